import { analyse } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import type { Model } from '../../src/model/model.js';

/** Without rules: they have fixtures of their own, and everything else need not please them. */
const config = 'mcpgen: 1\nserver: { name: test, version: 1.0.0 }\nlint: { ruleset: none }\n';

/** Checks a project that holds these manifests, by file name below `manifests/`. */
export function checkManifests(manifests: Readonly<Record<string, string>>): {
  model: Model | undefined;
  diagnostics: readonly Diagnostic[];
} {
  const files = Object.entries(manifests).map(([name, text]) => [`manifests/${name}`, text]);
  const { model, diagnostics } = analyse(createMemoryHost({ 'mcpgen.yaml': config, ...Object.fromEntries(files) }));
  return { model, diagnostics };
}

/** The model of a manifest that must be free of errors. */
export function modelOf(manifest: string, more: Readonly<Record<string, string>> = {}): Model {
  const { model, diagnostics } = checkManifests({ 'tools.yaml': manifest, ...more });
  if (model === undefined) throw new Error(diagnostics.map((each) => `${each.code}: ${each.message}`).join('\n'));
  return model;
}

/** Findings as `code line:column`, in the order of their places. */
export function findingsOf(manifest: string, more: Readonly<Record<string, string>> = {}): string[] {
  const { diagnostics } = checkManifests({ 'tools.yaml': manifest, ...more });
  return diagnostics.map(({ code, span }) => {
    if (span === undefined) return code;
    const { line, column } = span.file.positionAt(span.start);
    return `${code} ${line}:${column}`;
  });
}
