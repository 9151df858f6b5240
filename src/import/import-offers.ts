import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, toPointer } from '../json.js';
import { describe } from './find-tools.js';
import type { NoteTaker } from './import-note.js';
import { entryKinds, entryWords, type OfferSection } from './sections.js';
import {
  type ImportedEntry,
  infinitePath,
  type LostNumber,
  namelessness,
  short,
  withoutProto,
} from './to-declaration.js';

/** Members as MCP 2026-07-28 defines them, in the order in which a person wants to read them. */
const members: Readonly<Record<OfferSection, readonly string[]>> = {
  resources: ['name', 'title', 'uri', 'description', 'mimeType', 'size', 'annotations', 'icons', '_meta'],
  resourceTemplates: ['name', 'title', 'uriTemplate', 'description', 'mimeType', 'annotations', 'icons', '_meta'],
  prompts: ['name', 'title', 'description', 'arguments', 'icons', '_meta'],
};
const argumentMembers = ['name', 'title', 'description', 'required'];
const annotationMembers = ['audience', 'priority', 'lastModified'];

/** The member without which an entry stands for nothing. */
const addresses = { resources: 'uri', resourceTemplates: 'uriTemplate', prompts: undefined } as const;

/**
 * Turns a resource, a template or a prompt of an answer into a manifest entry, with a note for everything that differs.
 * Undefined, with a note, when it cannot be written as an entry at all.
 */
export function toOffer(
  section: OfferSection,
  value: JsonValue,
  lost: readonly LostNumber[],
  notes: NoteTaker,
): ImportedEntry | undefined {
  const what = entryWords[entryKinds[section]];
  const refusal = refusalOf(section, value);
  if (refusal !== undefined || !isJsonObject(value)) {
    notes.take('import/entry-skipped', { what, ...(refusal ?? namelessness(undefined)) });
    return undefined;
  }
  const infinite = infinitePath(value, []);
  if (infinite !== undefined) {
    const reason = `the number at ${toPointer(infinite)} is beyond the range of a double`;
    notes.take('import/entry-skipped', { what, reason, mend: 'write a number that a double holds' }, infinite);
    return undefined;
  }
  const known = (object: JsonObject, names: readonly string[], of: string, path: JsonPath): JsonObject =>
    definedMembers(object, { names, of, owner: what }, notes, path);
  const declaration = known(value, members[section], `a ${what}`, []);
  const { annotations, arguments: list } = declaration;
  if (isJsonObject(annotations)) {
    declaration['annotations'] = known(annotations, annotationMembers, 'annotations', ['annotations']);
  }
  if (Array.isArray(list)) {
    declaration['arguments'] = list.map((each, index) =>
      isJsonObject(each) ? known(each, argumentMembers, 'an argument', ['arguments', index]) : each,
    );
  }
  const comments = new Map<string, string>();
  for (const { path, text, problem } of lost) {
    if (!members[section].includes(String(path[0]))) continue;
    notes.take('import/number-changed', { text: short(text), problem }, path);
    comments.set(toPointer(path), `import: the answer says ${short(text)}`);
  }
  return { name: String(declaration['name']), declaration, comments };
}

/** What MCP defines for an object of an entry. */
interface Definition {
  readonly names: readonly string[];
  /** Whose members they are, in words. */
  readonly of: string;
  /** The entry, in words. */
  readonly owner: string;
}

/** The members that a manifest has a place for: `null` is what some servers write for a member that they do not have. */
function definedMembers(
  value: JsonObject,
  { names, of, owner }: Definition,
  notes: NoteTaker,
  path: JsonPath,
): JsonObject {
  const kept: JsonObject = {};
  for (const name of names) {
    const member = value[name];
    if (member !== undefined && member !== null) kept[name] = withoutProto(member, notes, [...path, name]);
  }
  for (const member of Object.keys(value)) {
    const place = [...path, member];
    const why = names.includes(member) ? 'it is null' : `MCP does not define it for ${of}`;
    if (member === '__proto__') notes.take('import/forbidden-key', { key: member }, place);
    else if (!Object.hasOwn(kept, member)) {
      notes.take('import/stray-member', { member: short(member), why, owner }, place);
    }
  }
  return kept;
}

function refusalOf(section: OfferSection, value: JsonValue): { reason: string; mend: string } | undefined {
  if (!isJsonObject(value)) return { reason: `it is ${describe(value)}`, mend: 'an entry is an object with a `name`' };
  const name = value['name'];
  if (typeof name !== 'string') return namelessness(name);
  // The pattern of the manifest's JSON Schema.
  if (name.length > 128 || !/^\S(?:[^\t\n\v\f\r]*\S)?$/u.test(name)) {
    const mend = 'a name is printable text of at most 128 characters on one line, with no blank at either end';
    return { reason: `the name ${JSON.stringify(short(name))} is not allowed`, mend };
  }
  const address = addresses[section];
  if (address === undefined || (typeof value[address] === 'string' && value[address] !== '')) return undefined;
  return { reason: `it has no \`${address}\``, mend: `give it a \`${address}\`, a string` };
}
