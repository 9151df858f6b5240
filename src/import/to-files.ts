import { groupTools } from './group-tools.js';
import type { ImportSection } from './sections.js';
import type { ImportedEntry } from './to-declaration.js';
import { toManifest } from './to-yaml.js';

/** What was imported of each list. */
export type ImportedLists = Readonly<Record<ImportSection, readonly ImportedEntry[]>>;

/** A manifest to write; its path is below the manifests folder. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
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

/** Spreads what was imported over new files, sorted by their paths. */
export function toFiles(lists: ImportedLists, existing: ReadonlySet<string>, heading: string): ManifestFile[] {
  const sized = lists.tools.map((tool) => ({ name: tool.name, size: sizeOf(tool), tool }));
  const taken = new Set([...existing].map((path) => path.toLowerCase()));
  const files: ManifestFile[] = [];
  const add = (file: string, section: ImportSection, entries: readonly ImportedEntry[]) => {
    const path = freeName(file, taken);
    taken.add(path);
    files.push({ path, text: toManifest([[section, entries]], heading) });
  };
  for (const { file, tools } of groupTools(sized)) {
    add(
      file,
      'tools',
      tools.map(({ tool }) => tool),
    );
  }
  for (const [file, section] of offerFiles) {
    for (const entries of cut(lists[section])) add(file, section, entries);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

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
function sizeOf({ declaration }: ImportedEntry): number {
  return JSON.stringify(declaration, null, 1).length;
}

/** An import adds: it never touches a file that is there, also not one whose name differs only in case. */
function freeName(file: string, taken: ReadonlySet<string>): string {
  let path = `${file}.yaml`;
  for (let number = 2; taken.has(path); number++) path = `${file}-${number}.yaml`;
  return path;
}
