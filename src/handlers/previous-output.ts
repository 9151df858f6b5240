import { posix } from 'node:path';
import { SourceFile } from '../diagnostics/source-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Host } from '../host/host.js';
import { isJsonObject, type JsonValue } from '../json.js';
import type { Model } from '../model/model.js';
import { promptContract } from '../model/offer-definition.js';
import { type Handled, type HandledKind, sectionOf } from './handled.js';
import { bindingsPath } from './handler-paths.js';
import { type Expression, initialiserOf, parseModule } from './inspect-file.js';
import { sameJson } from './same-json.js';

/**
 * What the last build left behind, as a hint on renames. It is untrusted: whatever is missing or odd there means
 * "not known", never an error.
 */
export interface PreviousOutput {
  /** True when the last contract held one of that kind and name with the same schemas, URI or arguments. */
  hadTheLikeOf(handled: Handled, previousName: string): boolean;
  /** True when the last build bound it to that file. */
  bound(handled: Handled, handlerPath: string): boolean;
}

/** Reads `contract.json` and `server/handlers.ts` below the output folder. Throws HostError when one is there and cannot be read. */
export function readPreviousOutput(host: Host, model: Model): PreviousOutput {
  const entries = readContract(host, model);
  const imports = readBindings(host, model);
  return {
    hadTheLikeOf(handled, previousName) {
      const previous = entries[handled.kind].get(previousName);
      if (previous === undefined) return false;
      return Object.entries(essenceOf(handled)).every(([member, value]) => sameJson(value, previous[member]));
    },
    bound: ({ kind, model: { name } }, handlerPath) =>
      imports[kind].get(name) === relativeImport(bindingsPath(model), handlerPath),
  };
}

/** What stays when something is only given another name, as the contract has it. */
function essenceOf({ kind, model }: Handled): Readonly<Record<string, JsonValue | undefined>> {
  switch (kind) {
    case 'tool':
      return { inputSchema: model.inputSchema, outputSchema: model.outputSchema };
    case 'resource':
      return { uri: model.uri };
    case 'resourceTemplate':
      return { uriTemplate: model.uriTemplate };
    case 'prompt':
      return { arguments: promptContract(model)['arguments'] };
  }
}

/** A map for each kind, by name. */
type OfKinds<Value> = Readonly<Record<HandledKind, Map<string, Value>>>;

function ofKinds<Value>(make: (kind: HandledKind) => Map<string, Value>): OfKinds<Value> {
  const [tool, resource, resourceTemplate, prompt] = [
    make('tool'),
    make('resource'),
    make('resourceTemplate'),
    make('prompt'),
  ];
  return { tool, resource, resourceTemplate, prompt };
}

function readContract(host: Host, model: Model): OfKinds<{ readonly [member: string]: unknown }> {
  const text = readText(host, posix.join(model.paths.output, 'contract.json'));
  const contract = text === undefined ? undefined : parseJson(text);
  return ofKinds((kind) => {
    const found = new Map<string, { readonly [member: string]: unknown }>();
    const list = isJsonObject(contract) ? contract[sectionOf[kind]] : undefined;
    for (const entry of Array.isArray(list) ? list : []) {
      if (isJsonObject(entry) && typeof entry['name'] === 'string') found.set(entry['name'], entry);
    }
    return found;
  });
}

/** Wire name to import specifier, from the object that `emitHandlerBindings` wrote. */
function readBindings(host: Host, model: Model): OfKinds<string> {
  const path = bindingsPath(model);
  const text = readText(host, path);
  const parsed = text === undefined ? undefined : parseModule(new SourceFile(path, text));
  if (parsed === undefined || parsed.errors.length > 0) return ofKinds(() => new Map());
  const specifiers = new Map<string, string>();
  for (const each of parsed.module.staticImports) {
    for (const { localName } of each.entries) specifiers.set(localName.value, each.moduleRequest.value);
  }
  const sections = membersOf(initialiserOf(parsed, 'handlers'));
  return ofKinds((kind) => {
    const found = new Map<string, string>();
    for (const [name, value] of membersOf(sections.get(sectionOf[kind]))) {
      const specifier = value.type === 'Identifier' ? specifiers.get(value.name) : lazilyImported(value);
      if (specifier !== undefined) found.set(name, specifier);
    }
    return found;
  });
}

/** The specifier in `lazy(() => import('…'))`. */
function lazilyImported(value: Expression): string | undefined {
  const [load] = value.type === 'CallExpression' ? value.arguments : [];
  if (load?.type !== 'ArrowFunctionExpression' || load.body.type !== 'ImportExpression') return undefined;
  const { source } = load.body;
  return source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
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
