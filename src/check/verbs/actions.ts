import { isJsonObject, type JsonObject, type JsonPath } from '../../json.js';
import { type Deed, verbInName } from './lexicon.js';
import { wordsOfName } from './words-of-name.js';

/** One of the things that a tool does at the word of an argument, such as `action: delete`. */
export interface SaidAction {
  readonly argument: string;
  readonly value: string;
  readonly deed: Deed;
  /** Where the value stands, below the tool's declaration. */
  readonly path: JsonPath;
}

const selectors = new Set([
  'action',
  'operation',
  'op',
  'method',
  'command',
  'verb',
  'subcommand',
  'action_type',
  'actiontype',
]);

/**
 * What the arguments offer that say which of several things the tool does: enumerations under a name such as `action`, of
 * whose values more than half begin with a verb. ("add" beside "multiply" is arithmetic.)
 */
export function actionsOf(inputSchema: JsonObject): readonly SaidAction[] {
  const properties = inputSchema['properties'];
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).flatMap(([argument, schema]) => {
    if (!selectors.has(argument.toLowerCase()) || !isJsonObject(schema) || !Array.isArray(schema['enum'])) return [];
    const values = schema['enum'];
    const actions = values.flatMap((value, index): SaidAction[] => {
      const word = typeof value === 'string' ? (wordsOfName(value)[0] ?? '') : '';
      const verb = verbInName(word);
      if (verb === undefined || typeof value !== 'string') return [];
      return [{ argument, value, deed: verb.deed, path: ['inputSchema', 'properties', argument, 'enum', index] }];
    });
    return actions.length * 2 > values.length ? actions : [];
  });
}
