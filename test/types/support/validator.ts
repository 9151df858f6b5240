import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../../../src/json.js';

const options = {
  strict: false,
  ownProperties: true,
  validateFormats: false,
  validateSchema: false,
  logger: false,
} as const;

/** The verdict of ajv as it is, on its own: types are held against another reading of JSON Schema than ours. */
export function validatorOf(schema: JsonObject): (value: JsonValue) => boolean {
  const dialect = typeof schema['$schema'] === 'string' ? schema['$schema'] : '';
  const { $schema: _, ...rest } = schema;
  const validate = engineOf(dialect).compile(rest);
  return (value) => validate(value) === true;
}

function engineOf(dialect: string): Ajv {
  if (/draft-0[67]/.test(dialect)) return new Ajv(options);
  return dialect.includes('2019-09') ? new Ajv2019(options) : new Ajv2020(options);
}
