import { briefValue } from '../diagnostics/brief-value.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, jsonKey, typeOf } from '../json.js';
import type { Locate } from './check-keywords.js';

/** Lower bounds with their upper ones. `minContains` is not among them: the official suite has groups where it is above. */
const ranges = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

/**
 * What is legal JSON Schema and yet a mistake: bounds that exclude one another, values that their own `type` excludes, values
 * that stand twice, names that look the same (`docs/adr/0011-policies-on-hostile-input.md`). Keywords of a wrong kind are reported elsewhere.
 */
export function checkConsistency(schema: JsonObject, path: JsonPath, locate: Locate): Diagnostic[] {
  return [
    ...checkRanges(schema, path, locate),
    ...checkValues(schema, path, locate),
    ...checkNames(schema['properties'], [...path, 'properties'], locate),
  ];
}

function checkRanges(schema: JsonObject, path: JsonPath, locate: Locate): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [low, high] of ranges) {
    const [from, to] = [schema[low], schema[high]];
    if (typeof from !== 'number' || typeof to !== 'number' || from <= to) continue;
    const problem = `\`${low}\` is ${from} and \`${high}\` is ${to}, so that no value satisfies both`;
    diagnostics.push(diagnose('schema/contradiction', { problem }, { span: locate([...path, low], 'value') }));
  }
  return diagnostics;
}

function checkValues(schema: JsonObject, path: JsonPath, locate: Locate): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { enum: values, const: constant, default: fallback, type } = schema;
  const contradict = (problem: string, keyword: string, ...rest: JsonPath) => {
    const span = locate([...path, keyword, ...rest], 'value');
    diagnostics.push(diagnose('schema/contradiction', { problem }, { span }));
  };
  if (Array.isArray(values)) {
    const seen = new Set<string>();
    for (const [index, value] of values.entries()) {
      const key = jsonKey(value);
      if (seen.has(key)) {
        const span = locate([...path, 'enum', index], 'value');
        diagnostics.push(diagnose('schema/enum-duplicate', { value: briefValue(value) }, { span }));
      }
      seen.add(key);
    }
    if (values.length > 0 && !values.some((value) => hasType(value, type))) {
      contradict(
        `none of the values of \`enum\` is of the type that \`type\` asks for (${briefValue(type ?? null)})`,
        'enum',
      );
    }
    if (fallback !== undefined && !seen.has(jsonKey(fallback))) mismatch('one of the values of `enum`');
  }
  if (constant !== undefined && !hasType(constant, type)) {
    contradict(`\`const\` is ${briefValue(constant)}, and \`type\` asks for ${briefValue(type ?? null)}`, 'const');
  }
  if (fallback !== undefined && !hasType(fallback, type)) mismatch(`of the type ${briefValue(type ?? null)}`);
  return diagnostics;

  function mismatch(expected: string): void {
    const span = locate([...path, 'default'], 'value');
    diagnostics.push(diagnose('schema/default-mismatch', { value: briefValue(fallback ?? null), expected }, { span }));
  }
}

/** Two names that differ only in how accents and the like are composed: nobody can tell them apart. */
function checkNames(properties: JsonValue | undefined, path: JsonPath, locate: Locate): Diagnostic[] {
  if (!isJsonObject(properties)) return [];
  const diagnostics: Diagnostic[] = [];
  const byForm = new Map<string, string>();
  for (const name of Object.keys(properties)) {
    const form = name.normalize('NFC');
    const other = byForm.get(form);
    byForm.set(form, other ?? name);
    if (other === undefined) continue;
    const related = [{ message: 'the other one stands here', span: locate([...path, other], 'key') }];
    diagnostics.push(diagnose('text/lookalike', { name, other }, { span: locate([...path, name], 'key'), related }));
  }
  return diagnostics;
}

/** Whether a value is of one of the types; what `type` itself says wrong is reported elsewhere. */
function hasType(value: JsonValue, type: JsonValue | undefined): boolean {
  if (type === undefined) return true;
  const types = Array.isArray(type) ? type : [type];
  const own = typeOf(value);
  return types.some((each) => each === own || (each === 'integer' && Number.isInteger(value)));
}
