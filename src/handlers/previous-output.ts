import { posix } from 'node:path';
import { SourceFile } from '../diagnostics/source-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Host } from '../host/host.js';
import { isJsonObject } from '../json.js';
import type { Model, ToolModel } from '../model/model.js';
import { bindingsPath } from './handler-paths.js';
import { type Expression, initialiserOf, parseModule } from './inspect-file.js';
import { sameJson } from './same-json.js';

/**
 * What the last build left behind, as a hint on renames. It is untrusted: whatever is missing or odd there means
 * "not known", never an error.
 */
export interface PreviousOutput {
  /** True when the last contract held a tool of that name with these schemas. */
  hadSchemasOf(tool: ToolModel, previousName: string): boolean;
  /** True when the last build bound this tool to that file. */
  bound(tool: ToolModel, handlerPath: string): boolean;
}

/** Reads `contract.json` and `server/handlers.ts` below the output folder. Throws HostError when one is there and cannot be read. */
export function readPreviousOutput(host: Host, model: Model): PreviousOutput {
  const tools = readTools(host, model);
  const imports = readBindings(host, model);
  return {
    hadSchemasOf(tool, previousName) {
      const previous = tools.get(previousName);
      return (
        previous !== undefined &&
        sameJson(tool.inputSchema, previous['inputSchema']) &&
        sameJson(tool.outputSchema, previous['outputSchema'])
      );
    },
    bound: (tool, handlerPath) => imports.get(tool.name) === relativeImport(bindingsPath(model), handlerPath),
  };
}

function readTools(host: Host, model: Model): Map<string, { readonly [member: string]: unknown }> {
  const found = new Map<string, { readonly [member: string]: unknown }>();
  const text = readText(host, posix.join(model.paths.output, 'contract.json'));
  const contract = text === undefined ? undefined : parseJson(text);
  const tools = isJsonObject(contract) ? contract['tools'] : undefined;
  if (!Array.isArray(tools)) return found;
  for (const tool of tools) {
    if (isJsonObject(tool) && typeof tool['name'] === 'string') found.set(tool['name'], tool);
  }
  return found;
}

/** Wire name to import specifier, from the object that `emitHandlerBindings` wrote. */
function readBindings(host: Host, model: Model): Map<string, string> {
  const found = new Map<string, string>();
  const path = bindingsPath(model);
  const text = readText(host, path);
  if (text === undefined) return found;
  const parsed = parseModule(new SourceFile(path, text));
  if (parsed.errors.length > 0) return found;
  const specifiers = new Map<string, string>();
  for (const each of parsed.module.staticImports) {
    for (const { localName } of each.entries) specifiers.set(localName.value, each.moduleRequest.value);
  }
  const tools = membersOf(initialiserOf(parsed, 'handlers')).get('tools');
  for (const [name, value] of membersOf(tools)) {
    const specifier = value.type === 'Identifier' ? specifiers.get(value.name) : undefined;
    if (specifier !== undefined) found.set(name, specifier);
  }
  return found;
}

/** The members of an object literal, by their names; none of anything else. */
function membersOf(object: Expression | undefined): Map<string, Expression> {
  const found = new Map<string, Expression>();
  if (object?.type !== 'ObjectExpression') return found;
  for (const property of object.properties) {
    if (property.type !== 'Property' || property.computed) continue;
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
    if (typeof name === 'string') found.set(name, property.value);
  }
  return found;
}

/** A host that cannot read is no oddity of the output: the finding is made by whoever asked. */
function readText(host: Host, path: string): string | undefined {
  const bytes = host.readFile(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
