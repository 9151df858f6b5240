import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import { type ImportNote, NoteTaker } from './import-note.js';
import { toOffer } from './import-offers.js';
import type { JsonLoss } from './read-json.js';
import { entryKinds, entryWords, type ImportSection } from './sections.js';
import { type ImportedEntry, type LostNumber, toDeclaration, unusableName } from './to-declaration.js';

/** One list of an answer. */
export interface ListToImport {
  readonly section: ImportSection;
  readonly values: readonly JsonValue[];
  /** Where the list stands in the answer. */
  readonly path: JsonPath;
  /** Names that the project has of this kind, and the manifest that each stands in. */
  readonly existing: ReadonlyMap<string, string>;
}

/** An entry with more remarks than this was not made to be imported. */
const maxNotes = 1_000;

/** Turns the entries of one list into those of manifests. Each that cannot be imported is left out, and everything lost is noted. */
export function importSection(
  { section, values, path, existing }: ListToImport,
  losses: readonly JsonLoss[],
  notes: ImportNote[],
): ImportedEntry[] {
  const kind = entryKinds[section];
  const lossesByIndex = lossesOf(losses, path);
  const taken = new Map(existing);
  return values.flatMap((value, index) => {
    const name = isJsonObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
    const taker = new NoteTaker(notes, [...path, index], { kind, name: name ?? `#${index + 1}` });
    const before = notes.length;
    const entry = importEntry(section, value, lossesByIndex.get(index) ?? [], taken, taker);
    if (notes.length - before > maxNotes) {
      notes.length = before;
      const reason = `more than ${maxNotes} things in it cannot travel`;
      skip(section, { reason, mend: 'reduce it to the members that MCP defines' }, taker);
      return [];
    }
    if (entry === undefined) return [];
    taken.set(entry.name, 'this answer');
    return [entry];
  });
}

function importEntry(
  section: ImportSection,
  value: JsonValue,
  losses: readonly JsonLoss[],
  taken: ReadonlyMap<string, string>,
  notes: NoteTaker,
): ImportedEntry | undefined {
  if (section === 'tools' && !isJsonObject(value)) {
    skip(section, { reason: 'it is not an object', mend: 'a tool is an object with a `name`' }, notes);
    return undefined;
  }
  const refusal = isJsonObject(value) ? unusableOrTaken(section, value, taken) : undefined;
  if (refusal !== undefined) {
    skip(section, refusal, notes, ['name']);
    return undefined;
  }
  const lost = lostNumbers(losses, notes);
  if (section !== 'tools') return toOffer(section, value, lost, notes);
  return isJsonObject(value) ? toDeclaration(value, lost, notes) : undefined;
}

interface Refusal {
  readonly reason: string;
  readonly mend: string;
}

function skip(section: ImportSection, refusal: Refusal, notes: NoteTaker, path: JsonPath = []): void {
  if (section === 'tools') notes.take('import/tool-skipped', refusal, path);
  else notes.take('import/entry-skipped', { what: entryWords[entryKinds[section]], ...refusal }, path);
}

function unusableOrTaken(
  section: ImportSection,
  { name }: JsonObject,
  taken: ReadonlyMap<string, string>,
): Refusal | undefined {
  if (typeof name !== 'string') return undefined;
  const unusable = section === 'tools' ? unusableName(name) : undefined;
  const place = taken.get(name);
  if (unusable !== undefined || place === undefined) return unusable;
  const mend = 'rename one of the two, or remove the one in the project to import the other';
  return { reason: `${place} has a ${entryWords[entryKinds[section]]} of this name already`, mend };
}

/** The numbers among the losses; the others are noted here. */
function lostNumbers(losses: readonly JsonLoss[], notes: NoteTaker): LostNumber[] {
  const lost: LostNumber[] = [];
  for (const loss of losses) {
    if (loss.kind === 'number') lost.push(loss);
    else notes.take('import/duplicate-key', { key: loss.key.slice(0, 60) }, loss.path);
  }
  return lost;
}

/** The losses of each entry of a list, by its index, with paths relative to it. */
function lossesOf(losses: readonly JsonLoss[], list: JsonPath): Map<number, JsonLoss[]> {
  const byIndex = new Map<number, JsonLoss[]>();
  for (const loss of losses) {
    const index = loss.path[list.length];
    if (typeof index !== 'number' || !list.every((step, position) => loss.path[position] === step)) continue;
    const own = byIndex.get(index) ?? [];
    own.push({ ...loss, path: loss.path.slice(list.length + 1) });
    byIndex.set(index, own);
  }
  return byIndex;
}
