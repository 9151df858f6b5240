import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import { listErrors } from '../limits/list-findings.js';
import { checkShape } from '../shape/check-shape.js';
import type { SourceDoc } from '../source/source-doc.js';
import type { ToolDeclaration } from './manifest.generated.js';

/** Where a declaration stands, so that every later finding can point at its tokens. */
export interface Origin {
  readonly doc: SourceDoc;
  readonly path: JsonPath;
}

/** A tool as its author wrote it. */
export interface ToolEntry {
  readonly declaration: ToolDeclaration;
  readonly origin: Origin;
}

/** An entry of `schemas:`. */
export interface SchemaEntry {
  readonly name: string;
  readonly schema: JsonObject;
  readonly origin: Origin;
}

/** All manifests of the project: one namespace, typed, still as written. */
export interface Manifests {
  readonly tools: readonly ToolEntry[];
  readonly schemas: readonly SchemaEntry[];
}

/**
 * Holds every file against the manifest's JSON Schema. What is well-formed goes on even if something else is not,
 * so that one run reports mistakes of every kind.
 */
export function readManifests(
  docs: readonly SourceDoc[],
  deadline: Deadline,
): { manifests: Manifests; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tools: ToolEntry[] = [];
  const schemas: SchemaEntry[] = [];
  for (const doc of docs) {
    deadline.check('checking the manifests', doc.file.path);
    const findings = checkShape(doc, 'manifest');
    const makers = findings.map((each) => each.explain);
    diagnostics.push(...listErrors(makers, 'this file'));
    const broken = new Set(findings.map((each) => each.path.slice(0, 2).join('/')));
    const root = isJsonObject(doc.value) ? doc.value : {};
    if (Array.isArray(root['tools'])) {
      for (const [index, declaration] of root['tools'].entries()) {
        if (broken.has(`tools/${index}`)) continue;
        tools.push({ declaration: declaration as unknown as ToolDeclaration, origin: { doc, path: ['tools', index] } });
      }
    }
    if (isJsonObject(root['schemas'])) {
      for (const [name, schema] of Object.entries(root['schemas'])) {
        if (broken.has(`schemas/${name}`) || !isJsonObject(schema)) continue;
        schemas.push({ name, schema, origin: { doc, path: ['schemas', name] } });
      }
    }
  }
  return { manifests: { tools, schemas }, diagnostics };
}
