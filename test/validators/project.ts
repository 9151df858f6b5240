import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { analyse, compile } from '../../src/compile.js';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import type { JsonObject } from '../../src/json.js';
import type { Model } from '../../src/model/model.js';
import type { JsonSchema } from '../../src/runtime/descriptor.js';
import type { SchemaCheck, ToolChecks } from '../../src/runtime/schema-check.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A contract of tools that return what each schema describes. */
function hostOf(schemas: readonly JsonObject[], more = '') {
  const tools = schemas.map((outputSchema, index) => ({
    name: `t${index}`,
    description: 'A schema under test.',
    inputSchema: { type: 'object' },
    outputSchema,
  }));
  return createMemoryHost({
    'mcpgen.yaml': `mcpgen: 1\nserver: { name: test, version: 1.0.0 }\n${more}`,
    // In one file each, since a file has a limit.
    ...Object.fromEntries(tools.map((tool) => [`manifests/${tool.name}.yaml`, JSON.stringify({ tools: [tool] })])),
  });
}

/** The codes by which the compiler refuses a schema; none when it takes it. */
export function refusalOf(schema: JsonObject): readonly string[] {
  const { model, diagnostics } = analyse(hostOf([schema]));
  if (model !== undefined) return [];
  return [...new Set(diagnostics.filter((each) => each.severity === 'error').map((each) => each.code))].sort();
}

/** The contract with these schemas, and everything that a project with more lines in its mcpgen.yaml gets. */
export async function compiled(
  schemas: readonly JsonObject[],
  more = '',
): Promise<{ readonly files: readonly EmittedFile[]; readonly model: Model }> {
  const { files, model, diagnostics } = await compile(hostOf(schemas, more));
  if (files === undefined || model === undefined) {
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  }
  return { files, model };
}

/** Output as plain modules in a folder of its own, with the packages of this project beside it. */
export interface Built {
  readonly folder: string;
  readonly load: <Module>(path: string) => Promise<Module>;
  readonly remove: () => void;
}

/** Puts files on disk as JavaScript. */
export function build(files: readonly EmittedFile[]): Built {
  const folder = mkdtempSync(join(tmpdir(), 'validators-'));
  for (const { path, text } of files) {
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, path.endsWith('.ts') ? toJavaScript(text) : text);
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    load: (path) => import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What both modes make of a schema: as it is served, and the code for it that a build has written. */
export interface BothModes {
  readonly served: JsonSchema;
  readonly check: SchemaCheck;
}

/** Both modes of these schemas, in their order. */
export async function bothModes(schemas: readonly JsonObject[]): Promise<readonly BothModes[]> {
  const { files, model } = await compiled(schemas, 'validators: precompiled\n');
  const tools = new Map(model.tools.map((tool) => [tool.name, tool]));
  const built = build(files.filter(({ path }) => /\/(validators|runtime)\//.test(path)));
  try {
    return await Promise.all(
      schemas.map(async (_, index) => {
        const { checks } = await built.load<{ checks: ToolChecks }>(`generated/validators/t${index}.js`);
        const served = tools.get(`t${index}`)?.outputSchema;
        if (served === undefined || checks.output === undefined) throw new Error('the tool has an output schema');
        return { served, check: checks.output };
      }),
    );
  } finally {
    built.remove();
  }
}

function toJavaScript(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
