import { configFile } from '../config/config-file.js';
import { visible } from '../diagnostics/reporters/visible.js';
import type { ImportReport } from './add-to-project.js';
import { offerSections } from './find-tools.js';
import type { ImportNote } from './import-note.js';
import { offerWords } from './import-offers.js';

const toolsShown = 10;

/** An import in words, for a person: what was done, then what differs from the answer, equal notes together. */
export function describeImport({ imported, offers, files, notes }: ImportReport): string {
  const lines: string[] = [];
  const isWritten = files.length > 0;
  if (isWritten) {
    const manifests = files.filter(({ path }) => path !== configFile);
    const kinds = [
      ...(imported > 0 ? [count(imported, 'tool')] : []),
      ...offerSections.flatMap((each) => (offers[each] > 0 ? [count(offers[each], offerWords[each])] : [])),
    ];
    lines.push(`imported ${listed(kinds)} into ${count(manifests.length, 'file')}`);
    lines.push(...files.map(({ path }) => `  ${visible(path)}`));
  }
  const groups = groupByMessage(notes.filter(({ diagnostic }) => diagnostic.severity !== 'error'));
  for (const group of groups.values()) lines.push('', ...describeGroup(group));
  if (isWritten) lines.push('', 'Next: `mcpgen check` shows what else needs your eye.');
  return lines.map((line) => `${line}\n`).join('');
}

function groupByMessage(notes: readonly ImportNote[]): Map<string, ImportNote[]> {
  const groups = new Map<string, ImportNote[]>();
  for (const note of notes) {
    const key = `${note.diagnostic.code} ${note.diagnostic.message}`;
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
  const tools = [...new Set(notes.flatMap(({ tool }) => tool ?? []))];
  if (tools.length > 0) {
    const shown = tools.slice(0, toolsShown).map((tool) => visible(tool.slice(0, 128)));
    const more = tools.length - shown.length;
    const rest = more > 0 ? `, and ${more} more (\`--format json\` lists them)` : '';
    lines.push(`  in ${count(tools.length, 'tool')}: ${shown.join(', ')}${rest}`);
  }
  if (first.help !== undefined) lines.push(`  help: ${visible(first.help)}`);
  return lines;
}

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
