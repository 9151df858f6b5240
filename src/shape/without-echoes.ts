import type { ErrorObject } from 'ajv';
import type { Format } from './check-shape.js';
import { meantKey } from './explain-shape-error.js';
import { isMisplacedAgain } from './misplaced.js';
import { removedToolMembers } from './vocabulary.js';

/**
 * One mistake, one finding:
 * - a bad property name is reported by the rule that it breaks and by `propertyNames`, which has the place;
 * - a misspelled key is also missing;
 * - a value of a wrong type is none of the allowed ones either;
 * - of a tool, or a whole answer, at the top of a manifest, every member is unknown;
 * - members that exclude one another are reported once for each way to mend it;
 * - of a schema that is not indented below its key, every keyword is one more unknown key.
 */
export function withoutEchoes(errors: readonly ErrorObject[], format: Format): ErrorObject[] {
  const unknown = new Map<string, string[]>();
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const keys = unknown.get(error.instancePath) ?? [];
    unknown.set(error.instancePath, [...keys, keyIn(error)]);
  }
  const ofWrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map((each) => each.instancePath));
  return errors.filter((error) => {
    if (error.propertyName !== undefined || error.keyword === 'if') return false;
    if (/\/(anyOf|oneOf|not)\/./.test(error.schemaPath)) return false;
    if (error.keyword === 'enum' && ofWrongType.has(error.instancePath)) return false;
    const beside = unknown.get(error.instancePath) ?? [];
    if (error.keyword === 'required')
      return !beside.some((key) => isMeant(key, String(error.params['missingProperty'])));
    if (error.keyword === 'additionalProperties' && schemaWords.has(keyIn(error))) {
      if (errors.some((each) => isEmptySchema(each, error.instancePath))) return false;
    }
    const isTop = format === 'manifest' && error.instancePath === '' && error.keyword === 'additionalProperties';
    return !isTop || !isMisplacedAgain(keyIn(error), beside.slice(0, beside.indexOf(keyIn(error))));
  });
}

const schemaWords = new Set([
  ...['$ref', '$schema', 'type', 'properties', 'required', 'additionalProperties', 'items', 'enum', '$defs'],
]);

function isEmptySchema(error: ErrorObject, tool: string): boolean {
  const place = error.instancePath;
  return error.data === null && (place === `${tool}/inputSchema` || place === `${tool}/outputSchema`);
}

function keyIn(error: ErrorObject): string {
  return String(error.params['additionalProperty']);
}

function isMeant(key: string, missing: string): boolean {
  return meantKey(key, [missing]) !== undefined || (removedToolMembers.get(key) ?? '').includes(`\`${missing}\``);
}
