import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Bindings, Handled } from '../../src/handlers/handled.js';
import type { HandlerPlan } from '../../src/handlers/plan-handlers.js';
import { planHandlers } from '../../src/handlers/plan-handlers.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import type { JsonObject } from '../../src/json.js';
import type { Model, ToolModel } from '../../src/model/model.js';

/** A tool as the model stage would make it; members given replace these. */
export function tool(name: string, members: Partial<ToolModel> = {}): ToolModel {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return {
    name,
    names: { file: name, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1) },
    inputSchema: objectWith(name),
    inputShared: new Map(),
    outputShared: new Map(),
    dependencies: [],
    digest: '',
    ...members,
  };
}

export function objectWith(property: string): JsonObject {
  return { type: 'object', properties: { [property]: { type: 'string' } } };
}

export function model(...tools: readonly ToolModel[]): Model {
  return {
    server: { name: 'desk', version: '1.0.0' },
    targets: ['server'],
    environment: [],
    validators: 'lazy',
    compatibilityMode: 'enhanced',
    protocol: { eras: 'dual', deprecated: [], listChanged: [] },
    tools: [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)),
    resources: [],
    resourceTemplates: [],
    prompts: [],
    workflows: [],
    schemas: [],
    paths: {
      output: 'generated',
      handlers: 'src/handlers',
      main: 'src/main.ts',
      exampleTests: 'test/examples.test.ts',
    },
    digest: '',
  };
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Plans for these files, and expects that no error stands in the way. */
export async function plan(
  of: Model,
  files: Files,
): Promise<HandlerPlan & { readonly warnings: readonly Diagnostic[] }> {
  const result = await planHandlers(createMemoryHost(files), of);
  if (!result.ok) throw new Error(result.diagnostics.map((each) => each.message).join('\n'));
  return { ...result.value, warnings: result.diagnostics };
}

/** The findings, each as `code severity file:line:column`. */
export async function findings(of: Model, files: Files): Promise<string[]> {
  const result = await planHandlers(createMemoryHost(files), of);
  return result.diagnostics.map((each) => `${each.severity} ${each.code} ${place(each.span)}`.trimEnd());
}

export function place(span: Diagnostic['span']): string {
  if (span === undefined) return '';
  const { line, column } = span.file.positionAt(span.start);
  return `${span.file.path}:${line}:${column} ${span.file.text.slice(span.start, span.end)}`.trimEnd();
}

/** A handler file that is complete. */
export function written(name: string): string {
  return `export const tool = '${name}';\nexport default async () => ({});\n`;
}

export function handled(of: ToolModel): Handled {
  return { kind: 'tool', model: of };
}

/** Bindings of tools, and of whatever else is given. */
export function bound(tools: ReadonlyMap<string, string> = new Map(), others: Partial<Bindings> = {}): Bindings {
  return { tool: tools, resource: new Map(), resourceTemplate: new Map(), prompt: new Map(), ...others };
}
