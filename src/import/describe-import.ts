import { configFile } from '../config/config-file.js';
import { visible } from '../diagnostics/reporters/visible.js';
import type { ImportReport } from './add-to-project.js';
import type { ImportNote, NoteSubject } from './import-note.js';
import { type EntryKind, entryKinds, entryWords, offerSections } from './sections.js';

const namesShown = 10;

/** An import in words, for a person: what was done, then what differs from the answer, equal notes together. */
export function describeImport({ imported, offers, files, notes }: ImportReport): string {
  const lines: string[] = [];
  const isWritten = files.length > 0;
  if (isWritten) {
    const manifests = files.filter(({ path }) => path !== configFile);
    const kinds = [
      ...(imported > 0 ? [count(imported, 'tool')] : []),
      ...offerSections.flatMap((each) => (offers[each] > 0 ? [count(offers[each], entryWords[entryKinds[each]])] : [])),
    ];
    lines.push(`imported ${listed(kinds)} into ${count(manifests.length, 'file')}`);
    lines.push(...files.map(({ path }) => `  ${visible(path)}`));
  }
  const groups = groupByText(notes.filter(({ diagnostic }) => diagnostic.severity !== 'error'));
  for (const group of groups.values()) lines.push('', ...describeGroup(group));
  if (isWritten) lines.push('', 'Next: `mcpgen check` shows what else needs your eye.');
  return lines.map((line) => `${line}\n`).join('');
}

function groupByText(notes: readonly ImportNote[]): Map<string, ImportNote[]> {
  const groups = new Map<string, ImportNote[]>();
  for (const note of notes) {
    const { code, message, help } = note.diagnostic;
    const key = JSON.stringify([code, message, help]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [note]);
    else group.push(note);
  }
  return groups;
}

function describeGroup(notes: readonly ImportNote[]): string[] {
  const first = notes[0]?.diagnostic;
  if (first === undefined) return [];
  const lines = [`${first.severity}[${first.code}] ${visible(first.message)}`];
  lines.push(...describeSubjects(notes.flatMap(({ subject }) => subject ?? [])));
  if (first.help !== undefined) lines.push(`  help: ${visible(first.help)}`);
  return lines;
}

/** A line for each kind: how many there are of it, and the first of their names. */
function describeSubjects(subjects: readonly NoteSubject[]): string[] {
  const byKind = new Map<EntryKind, Set<string>>();
  for (const { kind, name } of subjects) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(name));
  return [...byKind].map(([kind, names]) => {
    const more = names.size - namesShown;
    const rest = more > 0 ? `, and ${more} more (\`--format json\` lists them)` : '';
    return `  in ${count(names.size, entryWords[kind])}: ${[...names].slice(0, namesShown).map(shownName).join(', ')}${rest}`;
  });
}

/** In quotes when it could not be told from what stands around it: names of resources and prompts are free text. */
function shownName(name: string): string {
  const start = name.slice(0, 128);
  return visible(/^[^\s",](?:[^",]*[^\s",])?$/.test(start) ? start : JSON.stringify(start));
}

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
