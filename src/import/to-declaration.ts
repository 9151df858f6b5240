import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, toPointer } from '../json.js';
import { describe } from './find-tools.js';
import type { NoteTaker } from './import-note.js';

/** Something of an answer as an entry of a manifest. */
export interface ImportedEntry {
  readonly name: string;
  readonly declaration: JsonObject;
  /** Comments for the author's eye, by the JSON pointer of the value they stand beside. */
  readonly comments: ReadonlyMap<string, string>;
}

/** A number of the tool that a double does not hold: its place below the tool, and its text. */
export interface LostNumber {
  readonly path: JsonPath;
  readonly text: string;
  readonly problem: string;
}

/** `Tool` of MCP 2026-07-28, in the order in which a person wants to read it. */
const members = ['name', 'title', 'description', 'inputSchema', 'outputSchema', 'annotations', 'icons', '_meta'];
const annotationKeys = new Set(['title', 'readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint']);
/** Members that an older revision of MCP defined. */
const removedMembers = new Set(['execution']);
const schemaMembers = ['inputSchema', 'outputSchema'];
const namePattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/**
 * Turns a tool of the answer into a manifest entry, with a note for everything that differs.
 * Undefined, with a note, when the tool cannot be written as an entry at all.
 */
export function toDeclaration(
  tool: JsonObject,
  lost: readonly LostNumber[],
  notes: NoteTaker,
): ImportedEntry | undefined {
  const name = tool['name'];
  const refusal = typeof name === 'string' ? unusableSchema(tool) : undefined;
  if (typeof name !== 'string' || refusal !== undefined) {
    notes.take('import/tool-skipped', refusal ?? namelessness(name));
    return undefined;
  }
  const infinite = infinitePath(Object.fromEntries(members.map((member) => [member, tool[member] ?? null])), []);
  if (infinite !== undefined) {
    const reason = `the number at ${toPointer(infinite)} is beyond the range of a double`;
    notes.take('import/tool-skipped', { reason, mend: 'write a number that a double holds' }, infinite);
    return undefined;
  }
  const declaration: JsonObject = {};
  const comments = new Map<string, string>();
  for (const member of members) {
    const value = tool[member];
    if (value === undefined || (value === null && member !== 'name')) continue;
    const kept = withoutProto(value, notes, [member]);
    declaration[member] = member === 'annotations' ? knownAnnotations(kept, notes) : kept;
  }
  noteStrayMembers(tool, notes);
  const schema = declaration['inputSchema'];
  if (isJsonObject(schema) && !Object.hasOwn(schema, 'type')) {
    declaration['inputSchema'] = withType(schema);
    comments.set('/inputSchema/type', 'import: added, the answer has no type here');
    notes.take('import/type-added', {}, ['inputSchema']);
  }
  for (const { path, text, problem } of lost) {
    if (!members.includes(String(path[0]))) continue;
    notes.take('import/number-changed', { text: short(text), problem }, path);
    comments.set(toPointer(path), `import: the answer says ${short(text)}`);
  }
  return { name, declaration, comments };
}

export function namelessness(name: JsonValue | undefined): { reason: string; mend: string } {
  const reason = name === undefined ? 'it has no name' : `its name is ${describe(name)}`;
  return { reason, mend: 'give it a `name`, a string' };
}

/** Why a name cannot be imported, or undefined when it can. */
export function unusableName(name: string): { reason: string; mend: string } | undefined {
  if (namePattern.test(name)) return undefined;
  const mend = 'a name has 1 to 128 letters, digits, `_`, `-` and `.`, and does not start with `-` or `.`';
  return { reason: `the name ${JSON.stringify(short(name))} is not allowed`, mend };
}

function unusableSchema(tool: JsonObject): { reason: string; mend: string } | undefined {
  for (const member of schemaMembers) {
    const schema = tool[member];
    if (schema === undefined && member === 'inputSchema') {
      return { reason: 'it has no `inputSchema`', mend: 'for a tool without arguments, write `{ "type": "object" }`' };
    }
    const optional = member === 'outputSchema' && (schema === undefined || schema === null);
    if (!optional && !isJsonObject(schema)) {
      return { reason: `its \`${member}\` is ${describe(schema ?? null)}`, mend: 'a schema is a JSON object' };
    }
  }
  return undefined;
}

function noteStrayMembers(tool: JsonObject, notes: NoteTaker): void {
  for (const member of Object.keys(tool)) {
    if (member === '__proto__') notes.take('import/forbidden-key', { key: member }, [member]);
    else if (removedMembers.has(member)) notes.take('import/removed-field', { field: member }, [member]);
    else if (!members.includes(member)) {
      const why = 'MCP does not define it for a tool';
      notes.take('import/stray-member', { member: short(member), why, owner: 'tool' }, [member]);
    } else if (tool[member] === null) {
      notes.take('import/stray-member', { member, why: 'it is null', owner: 'tool' }, [member]);
    }
  }
}

function knownAnnotations(annotations: JsonValue, notes: NoteTaker): JsonValue {
  if (!isJsonObject(annotations)) return annotations;
  const known: JsonObject = {};
  for (const [key, value] of Object.entries(annotations)) {
    if (annotationKeys.has(key)) known[key] = value;
    else notes.take('import/unknown-annotation', { key: short(key) }, ['annotations', key]);
  }
  return known;
}

/** `type: object` where a reader looks for it: behind the members that say what the schema is. */
function withType(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema);
  const at = entries.findIndex(([key]) => key !== '$schema' && key !== '$id');
  const place = at === -1 ? entries.length : at;
  return Object.fromEntries([...entries.slice(0, place), ['type', 'object'], ...entries.slice(place)]);
}

/** The compiler refuses this key everywhere, as JavaScript cannot treat it as data everywhere. */
export function withoutProto(value: JsonValue, notes: NoteTaker, path: JsonPath): JsonValue {
  if (Array.isArray(value)) return value.map((item, index) => withoutProto(item, notes, [...path, index]));
  if (!isJsonObject(value)) return value;
  const kept: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__') notes.take('import/forbidden-key', { key }, [...path, key]);
    else kept[key] = withoutProto(member, notes, [...path, key]);
  }
  return kept;
}

/** Where a number is that JSON text can hold and a double cannot, such as 1e400. */
export function infinitePath(value: JsonValue | undefined, path: JsonPath): JsonPath | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = infinitePath(member, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
