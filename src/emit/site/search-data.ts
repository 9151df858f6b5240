import { isJsonObject, type JsonValue } from '../../json.js';
import type { Model, ToolModel } from '../../model/model.js';
import { escapeHidden } from './html/text.js';
import { behaviourOfOffer, behaviourOfTool, type Offer } from './parts/behaviour.js';
import { entriesOf, type OfferKind } from './parts/kinds.js';
import { riskOf } from './parts/risk.js';
import { allScopesOf } from './parts/scopes.js';

/** Stands before the data, so that the file is a script: a page from `file:` may not fetch anything. */
export const dataPrefix = 'globalThis.mcpgenTools = ';

/** Of one entry, in the order of the catalogue: what is searched, and what the filters look at. */
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
  kind: string,
  scopes: readonly string[],
];

/** The catalogue as data, a line an entry. JSON is JavaScript, as long as it has no `__proto__`: there are only lists here. */
export function searchData(model: Model): string {
  const rows = entriesOf(model)
    .map((entry) => (entry.kind === 'tool' ? toolRow(entry.tool, model) : offerRow(entry.kind, entry.offer, model)))
    .map((row) => escapeHidden(JSON.stringify(row)).replaceAll(/[<>\u2028\u2029]/g, escaped));
  return `${dataPrefix}[\n${rows.join(',\n')}\n];\n`;
}

/** Nothing in this file should look like markup to anybody. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function toolRow(tool: ToolModel, model: Model): Row {
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
    behaviourOfTool(tool),
    composition?.pipeline_position ?? '',
    'tool',
    allScopesOf(tool, model),
  ];
}

function offerRow(kind: OfferKind, offer: Offer, model: Model): Row {
  const { name, title = '', description = '' } = offer;
  const parameters = 'arguments' in offer ? offer.arguments : 'variables' in offer ? offer.variables : [];
  const address = 'uri' in offer ? offer.uri : 'uriTemplate' in offer ? offer.uriTemplate : '';
  const more = [address, ('mimeType' in offer && offer.mimeType) || ''].filter((each) => each !== '').join('\n');
  return [
    name,
    title,
    description,
    parameters.map((each) => each.name).join(' '),
    more,
    [],
    [],
    '',
    behaviourOfOffer(offer),
    '',
    kind,
    allScopesOf(offer, model),
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
