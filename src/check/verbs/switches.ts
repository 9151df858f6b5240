import { isJsonObject, type JsonObject, type JsonPath } from '../../json.js';

/** An argument that makes a call replace what is there, such as `overwrite: true`. */
export interface OverwriteSwitch {
  readonly argument: string;
  /** Where the argument stands, below the tool's declaration. */
  readonly path: JsonPath;
}

const overwriting = /^(?:force_?)?overwrite(?:_?(?:existing|if_?exists))?$/iu;
const forcing = /^force$/iu;

/** The first argument that can be switched on to overwrite something, by its name or, of `force`, by its description. */
export function overwriteSwitchOf(inputSchema: JsonObject): OverwriteSwitch | undefined {
  const properties = inputSchema['properties'];
  if (!isJsonObject(properties)) return undefined;
  for (const [argument, schema] of Object.entries(properties)) {
    if (!isJsonObject(schema) || ![schema['type']].flat().includes('boolean')) continue;
    const isForced = forcing.test(argument) && /\boverwrit/iu.test(String(schema['description'] ?? ''));
    if (isForced || overwriting.test(argument)) return { argument, path: ['inputSchema', 'properties', argument] };
  }
  return undefined;
}
