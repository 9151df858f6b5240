import { typeOf } from '../../json.js';
import type { SubschemaView } from './schema-view.js';

/** The types that a schema or what it refers to names, `integer` as `number`; undefined where nothing of the kind is said. */
export function valueTypes(subschema: SubschemaView): ReadonlySet<string> | undefined {
  const seen = new Set<SubschemaView>();
  for (let each: SubschemaView | undefined = subschema; each !== undefined && !seen.has(each); each = each.target) {
    seen.add(each);
    const { type, enum: values, const: constant } = each.schema;
    if (typeof type === 'string') return new Set([general(type)]);
    if (Array.isArray(type)) return new Set(type.map((one) => general(String(one))));
    if (Array.isArray(values)) return new Set(values.map(typeOf));
    if (constant !== undefined) return new Set([typeOf(constant)]);
  }
  return undefined;
}

/** Whether `type` names a type, alone or among others. */
export function saysType({ schema: { type } }: SubschemaView, wanted: string): boolean {
  return type === wanted || (Array.isArray(type) && type.includes(wanted));
}

function general(type: string): string {
  return type === 'integer' ? 'number' : type;
}
