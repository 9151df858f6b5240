import { isJsonObject, type JsonValue } from '../../json.js';
import type { ToolModel } from '../../model/model.js';
import { escapeHidden } from './html/text.js';
import { hintsOf } from './parts/badges.js';
import { riskOf } from './parts/risk.js';

/** Stands before the data, so that the file is a script: a page from `file:` may not fetch anything. */
export const dataPrefix = 'globalThis.mcpgenTools = ';

/** Of one tool, in the order of the catalogue: what is searched, and what the filters look at. */
type Row = readonly [
  name: string,
  title: string,
  description: string,
  parameters: string,
  more: string,
  categories: readonly string[],
  capabilities: readonly string[],
  risk: string,
  hints: readonly string[],
  position: string,
];

/** The catalogue as data, a line a tool. JSON is JavaScript, as long as it has no `__proto__`: there are only lists here. */
export function searchData(tools: readonly ToolModel[]): string {
  const rows = tools.map((tool) => escapeHidden(JSON.stringify(rowOf(tool))).replaceAll(/[<>\u2028\u2029]/g, escaped));
  return `${dataPrefix}[\n${rows.join(',\n')}\n];\n`;
}

/** Nothing in this file should look like markup to anybody. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function rowOf(tool: ToolModel): Row {
  const { name, title = '', description = '', semantics, composition, documentation } = tool;
  const { categories = [], capabilities = [], side_effects = [], ontology = '' } = semantics ?? {};
  const more = [documentation?.summary ?? '', documentation?.details ?? '', ontology];
  return [
    name,
    title,
    description,
    [...parametersIn(tool.inputSchema)].join(' '),
    [...more, ...side_effects.map(({ scope }) => scope)].filter((each) => each !== '').join('\n'),
    categories,
    capabilities.map(({ type }) => type),
    riskOf(tool) ?? '',
    hintsOf(tool),
    composition?.pipeline_position ?? '',
  ];
}

/** Names of the input's members, those one level down included. */
function parametersIn(schema: JsonValue | undefined, depth = 2): Set<string> {
  const names = new Set<string>();
  if (depth === 0 || !isJsonObject(schema) || !isJsonObject(schema['properties'])) return names;
  for (const [name, value] of Object.entries(schema['properties'])) {
    names.add(name);
    const inner = isJsonObject(value) && isJsonObject(value['items']) ? value['items'] : value;
    for (const each of parametersIn(inner, depth - 1)) names.add(each);
  }
  return names;
}
