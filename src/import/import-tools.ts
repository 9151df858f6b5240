import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import { type FoundTools, findTools, type OfferSection, offerSections } from './find-tools.js';
import { groupTools } from './group-tools.js';
import { type ImportNote, NoteTaker } from './import-note.js';
import { offerWords, toOffer } from './import-offers.js';
import type { JsonLoss } from './read-json.js';
import { type ImportedEntry, type LostNumber, toDeclaration, unusableName } from './to-declaration.js';
import { type Section, toManifest } from './to-yaml.js';

/** What the project has already. */
export interface ExistingNames {
  /** Tool names, and the manifest that each stands in. */
  readonly tools: ReadonlyMap<string, string>;
  /** Names of each other kind, the same way. */
  readonly offers?: Readonly<Record<OfferSection, ReadonlyMap<string, string>>>;
  /** Paths below the manifests folder. */
  readonly files: ReadonlySet<string>;
}

export interface ImportOptions {
  /** The comment of each file's first line, without the `#`. */
  readonly heading: string;
  /** What the JSON text said and the value no longer does; see readJson. */
  readonly losses?: readonly JsonLoss[];
}

/** Manifests to add to a project, and everything that the author should know about them. */
export interface ImportResult {
  /** Paths below the manifests folder, none of which existed. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly ImportNote[];
  /** Number of tools in `files`. */
  readonly imported: number;
  /** Number of each other kind in `files`. */
  readonly offers: OfferCounts;
  /** Who the answer says the server is. */
  readonly server: { readonly name?: string; readonly version?: string; readonly title?: string };
}

export type OfferCounts = Readonly<Record<OfferSection, number>>;

export const noOffers: OfferCounts = { resources: 0, resourceTemplates: 0, prompts: 0 };

/** The most that a project can hold, whatever its `limits:` say. */
const maxTools = 16_384;
const maxOffers: OfferCounts = { resources: 16_384, resourceTemplates: 4_096, prompts: 4_096 };
/** A tool with more remarks than this was not made to be imported. */
const maxNotes = 1_000;

/**
 * Turns an answer to `tools/list`, `resources/list`, `resources/templates/list` or `prompts/list`, or several of them in one object, into
 * manifests. Nothing is written and nothing is thrown: what cannot be imported is left out with a note, and `import/not-an-answer`,
 * `import/too-large` or `import/nothing-imported` among the notes says that there is nothing to write.
 */
export function importTools(answer: JsonValue, existing: ExistingNames, options: ImportOptions): ImportResult {
  const notes: ImportNote[] = [];
  const taker = new NoteTaker(notes, []);
  const found = findTools(answer, taker);
  if (typeof found === 'string') {
    taker.take('import/not-an-answer', { problem: found });
    return { files: [], notes, imported: 0, offers: noOffers, server: {} };
  }
  const tooMany = excess(found);
  if (tooMany !== undefined) {
    const [section, value, limit] = tooMany;
    const path = [...found.path.slice(0, -1), section];
    taker.take('import/too-large', { what: `${section} in the answer`, value, limit }, path);
    return { files: [], notes, imported: 0, offers: noOffers, server: found.server };
  }
  const losses = lossesOf(options.losses ?? [], found.path);
  const tools: ImportedEntry[] = [];
  const taken = new Map(existing.tools);
  for (const [index, value] of found.tools.entries()) {
    const label = isJsonObject(value) && typeof value['name'] === 'string' ? value['name'] : `#${index + 1}`;
    const firstNote = notes.length;
    const toolNotes = taker.at([...found.path, index], label);
    const own = losses.get(index) ?? [];
    const tool = importTool(value, own, toolNotes, taken);
    if (notes.length - firstNote > maxNotes) {
      notes.length = firstNote;
      const reason = `more than ${maxNotes} things in it cannot travel`;
      toolNotes.take('import/tool-skipped', { reason, mend: 'reduce it to the members that MCP defines' });
      continue;
    }
    if (tool === undefined) continue;
    taken.set(tool.name, 'this answer');
    tools.push(tool);
  }
  const offers = importOffers(found, existing, options, taker);
  const count = tools.length + offerSections.reduce((sum, section) => sum + offers[section].length, 0);
  const given = found.tools.length + offerSections.reduce((sum, section) => sum + found.offers[section].length, 0);
  if (count === 0) taker.take('import/nothing-imported', { skipped: given });
  return {
    files: toFiles(tools, offers, existing.files, options.heading),
    notes,
    imported: tools.length,
    offers: {
      resources: offers.resources.length,
      resourceTemplates: offers.resourceTemplates.length,
      prompts: offers.prompts.length,
    },
    server: found.server,
  };
}

type ImportedOffers = Readonly<Record<OfferSection, ImportedEntry[]>>;

function importOffers(
  found: FoundTools,
  existing: ExistingNames,
  options: ImportOptions,
  taker: NoteTaker,
): ImportedOffers {
  const imported: ImportedOffers = { resources: [], resourceTemplates: [], prompts: [] };
  for (const section of offerSections) {
    const path = [...found.path.slice(0, -1), section];
    const losses = lossesOf(options.losses ?? [], path);
    const taken = new Map(existing.offers?.[section]);
    for (const [index, value] of found.offers[section].entries()) {
      const name = isJsonObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
      const notes = taker.at([...path, index], name ?? `#${index + 1}`);
      const place = name === undefined ? undefined : taken.get(name);
      if (place !== undefined) {
        const what = offerWords[section];
        notes.take('import/entry-skipped', { what, ...takenBy(place, what) }, ['name']);
        continue;
      }
      const entry = toOffer(section, value, lostNumbers(losses.get(index) ?? [], notes), notes);
      if (entry === undefined) continue;
      taken.set(entry.name, 'this answer');
      imported[section].push(entry);
    }
  }
  return imported;
}

/** The first list that no project can hold: its name, its length and the limit. */
function excess({ tools, offers }: FoundTools): readonly [string, number, number] | undefined {
  if (tools.length > maxTools) return ['tools', tools.length, maxTools];
  const section = offerSections.find((each) => offers[each].length > maxOffers[each]);
  return section === undefined ? undefined : [section, offers[section].length, maxOffers[section]];
}

function importTool(
  value: JsonValue,
  losses: readonly JsonLoss[],
  notes: NoteTaker,
  taken: ReadonlyMap<string, string>,
): ImportedEntry | undefined {
  if (!isJsonObject(value)) {
    notes.take('import/tool-skipped', { reason: 'it is not an object', mend: 'a tool is an object with a `name`' });
    return undefined;
  }
  const refusal =
    typeof value['name'] === 'string' ? (unusableName(value['name']) ?? takenName(value, taken)) : undefined;
  if (refusal !== undefined) {
    notes.take('import/tool-skipped', refusal, ['name']);
    return undefined;
  }
  return toDeclaration(value, lostNumbers(losses, notes), notes);
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

function takenName(tool: JsonObject, taken: ReadonlyMap<string, string>): { reason: string; mend: string } | undefined {
  const place = taken.get(String(tool['name']));
  return place === undefined ? undefined : takenBy(place, 'tool');
}

function takenBy(place: string, what: string): { reason: string; mend: string } {
  const mend = 'rename one of the two, or remove the one in the project to import the other';
  return { reason: `${place} has a ${what} of this name already`, mend };
}

/** The losses of each entry of a list, by its index, with paths relative to it. */
function lossesOf(losses: readonly JsonLoss[], list: JsonPath): Map<number, JsonLoss[]> {
  const byIndex = new Map<number, JsonLoss[]>();
  for (const loss of losses) {
    const index = loss.path[list.length];
    if (typeof index !== 'number' || !list.every((step, position) => loss.path[position] === step)) continue;
    const own = byIndex.get(index) ?? [];
    own.push({ ...loss, path: tail(loss.path, list.length + 1) });
    byIndex.set(index, own);
  }
  return byIndex;
}

function tail(path: JsonPath, from: number): JsonPath {
  return path.slice(from);
}

function toFiles(
  tools: readonly ImportedEntry[],
  offers: ImportedOffers,
  existing: ReadonlySet<string>,
  heading: string,
) {
  const sized = tools.map((tool) => ({ name: tool.name, size: sizeOf(tool), tool }));
  const taken = new Set([...existing].map((path) => path.toLowerCase()));
  const files: { path: string; text: string }[] = [];
  const add = (file: string, sections: readonly Section[]) => {
    const path = freeName(file, taken);
    taken.add(path);
    files.push({ path, text: toManifest(sections, heading) });
  };
  for (const { file, tools: group } of groupTools(sized)) add(file, [['tools', group.map(({ tool }) => tool)]]);
  for (const [file, section] of offerFiles) {
    for (const entries of cut(offers[section])) add(file, [[section, entries]]);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of the lists beside the tools. */
const offerFiles = [
  ['resources', 'resources'],
  ['resource-templates', 'resourceTemplates'],
  ['prompts', 'prompts'],
] as const;

/** As much as somebody likes to read in one file. */
const maxEntries = 100;
const maxSize = 60_000;

function cut(entries: readonly ImportedEntry[]): ImportedEntry[][] {
  const pieces: ImportedEntry[][] = [];
  let size = maxSize;
  for (const entry of entries) {
    const piece = pieces.at(-1);
    size += sizeOf(entry);
    if (piece !== undefined && size <= maxSize && piece.length < maxEntries) piece.push(entry);
    else {
      pieces.push([entry]);
      size = sizeOf(entry);
    }
  }
  return pieces;
}

/** Indented JSON stands for YAML here: real tools come out at 0.9 to 1.1 times of it. */
function sizeOf(tool: ImportedEntry): number {
  return JSON.stringify(tool.declaration, null, 1).length;
}

/** An import adds: it never touches a file that is there, also not one whose name differs only in case. */
function freeName(file: string, taken: ReadonlySet<string>): string {
  let path = `${file}.yaml`;
  for (let number = 2; taken.has(path); number++) path = `${file}-${number}.yaml`;
  return path;
}
