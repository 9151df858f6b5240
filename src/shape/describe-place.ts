import { isJsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { SourceDoc } from '../source/source-doc.js';
import type { Format } from './check-shape.js';

/** The part of a file that has a vocabulary of its own. */
export type Section = 'manifest' | 'tool' | 'config';

export function sectionOf(path: JsonPath, format: Format): Section | undefined {
  if (path.length === 0) return format === 'mcpgen' ? 'config' : 'manifest';
  return format === 'manifest' && path.length === 2 && path[0] === 'tools' ? 'tool' : undefined;
}

/** A place in a file as its author would say it: `annotations` of the tool "create_ticket". */
export function describePlace(path: JsonPath, doc: SourceDoc, format: Format): string {
  if (path.length === 0) return format === 'mcpgen' ? 'mcpgen.yaml' : 'a manifest';
  const entries = format === 'manifest' && path.length > 1 ? entriesOf.get(String(path[0])) : undefined;
  if (entries !== undefined) {
    const entry = describeEntry(entries, Number(path[1]), doc.value);
    const rest = path.slice(2);
    return rest.length === 0 ? entry : `\`${dotted(rest)}\` of ${entry}`;
  }
  return `\`${dotted(path)}\``;
}

interface Entries {
  readonly section: string;
  readonly kind: string;
  readonly nameKey: string;
}

/** Lists at the top of a manifest whose entries have names. */
const entriesOf: ReadonlyMap<string, Entries> = new Map([
  ['tools', { section: 'tools', kind: 'tool', nameKey: 'name' }],
  ['resources', { section: 'resources', kind: 'resource', nameKey: 'name' }],
  ['resourceTemplates', { section: 'resourceTemplates', kind: 'resource template', nameKey: 'name' }],
  ['prompts', { section: 'prompts', kind: 'prompt', nameKey: 'name' }],
  ['workflows', { section: 'workflows', kind: 'workflow', nameKey: 'id' }],
]);

function describeEntry({ section, kind, nameKey }: Entries, index: number, root: JsonValue): string {
  const list = isJsonObject(root) ? root[section] : undefined;
  const entry = Array.isArray(list) ? list[index] : undefined;
  const name = isJsonObject(entry) ? entry[nameKey] : undefined;
  return typeof name === 'string' && name !== ''
    ? `the ${kind} ${JSON.stringify(name.length > 128 ? `${name.slice(0, 40)}…` : name)}`
    : `${kind} number ${index + 1} of this file`;
}

function dotted(path: JsonPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
