import type { JsonPath, JsonValue } from '../json.js';
import { type FoundTools, findTools } from './find-tools.js';
import { type ImportNote, NoteTaker } from './import-note.js';
import { importSection } from './import-section.js';
import type { JsonLoss } from './read-json.js';
import { type ImportSection, type OfferSection, offerSections } from './sections.js';
import type { ImportedEntry } from './to-declaration.js';
import { type ManifestFile, toFiles } from './to-files.js';

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
  /** None of them existed. */
  readonly files: readonly ManifestFile[];
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
const most: Readonly<Record<ImportSection, number>> = {
  tools: 16_384,
  resources: 16_384,
  resourceTemplates: 4_096,
  prompts: 4_096,
};
const sections: readonly ImportSection[] = ['tools', ...offerSections];

/**
 * Turns an answer to `tools/list`, `resources/list`, `resources/templates/list` or `prompts/list`, or several of them in one object, into
 * manifests. Nothing is written and nothing is thrown: what cannot be imported is left out with a note, and `import/not-an-answer`,
 * `import/too-large` or `import/nothing-imported` among the notes says that there is nothing to write.
 */
export function importTools(answer: JsonValue, existing: ExistingNames, options: ImportOptions): ImportResult {
  const notes: ImportNote[] = [];
  const taker = new NoteTaker(notes, []);
  const nothing = { files: [], notes, imported: 0, offers: noOffers };
  const found = findTools(answer, taker);
  if (typeof found === 'string') {
    taker.take('import/not-an-answer', { problem: found });
    return { ...nothing, server: {} };
  }
  const section = sections.find((each) => valuesOf(found, each).length > most[each]);
  if (section !== undefined) {
    const [value, limit] = [valuesOf(found, section).length, most[section]];
    taker.take('import/too-large', { what: `${section} in the answer`, value, limit }, pathOf(found, section));
    return { ...nothing, server: found.server };
  }
  const imported = (each: ImportSection): ImportedEntry[] => {
    const names = each === 'tools' ? existing.tools : (existing.offers?.[each] ?? new Map());
    const list = { section: each, values: valuesOf(found, each), path: pathOf(found, each), existing: names };
    return importSection(list, options.losses ?? [], notes);
  };
  const lists = {
    tools: imported('tools'),
    resources: imported('resources'),
    resourceTemplates: imported('resourceTemplates'),
    prompts: imported('prompts'),
  };
  if (sections.every((each) => lists[each].length === 0)) {
    const skipped = sections.reduce((sum, each) => sum + valuesOf(found, each).length, 0);
    taker.take('import/nothing-imported', { skipped });
  }
  const { tools, resources, resourceTemplates, prompts } = lists;
  return {
    files: toFiles(lists, existing.files, options.heading),
    notes,
    imported: tools.length,
    offers: { resources: resources.length, resourceTemplates: resourceTemplates.length, prompts: prompts.length },
    server: found.server,
  };
}

function valuesOf({ tools, offers }: FoundTools, section: ImportSection): readonly JsonValue[] {
  return section === 'tools' ? tools : offers[section];
}

/** The lists stand beside each other. */
function pathOf({ path }: FoundTools, section: ImportSection): JsonPath {
  return section === 'tools' ? path : [...path.slice(0, -1), section];
}
