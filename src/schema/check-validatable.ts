import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { dialectOf } from './dialect.js';
import { locateIn, type SchemaUnit } from './schema-unit.js';

/**
 * What is well-formed JSON Schema and yet refused, since no validator of a tool would do what it says: a schema embedded by its
 * `$id` that is written in another dialect than the one around it. One schema is read in one dialect.
 */
export function checkValidatable(unit: SchemaUnit): Diagnostic[] {
  return [...unit.positions.values()].flatMap(({ subschema: { schema, path } }): Diagnostic[] => {
    if (typeof schema === 'boolean' || schema['$schema'] === undefined || path.length === 0) return [];
    if (dialectOf(schema) === unit.dialect) return [];
    const problem = `a schema inside another one must be written in its dialect, here ${unit.dialect}`;
    const help = 'remove this `$schema`, and write what it governs in the dialect of the root';
    return [diagnose('schema/invalid', { problem, help }, { span: locateIn(unit, [...path, '$schema']) })];
  });
}
