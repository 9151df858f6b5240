import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { Limits } from '../limits/limits.js';
import type { Origin } from '../manifest/read-manifests.js';
import { checkConsistency } from './check-consistency.js';
import { checkKeywords } from './check-keywords.js';
import { checkValidatable } from './check-validatable.js';
import { dialectOf } from './dialect.js';
import { SchemaBounds } from './schema-bounds.js';
import type { UnitFacts } from './schema-memory.js';
import { indexUnit, locateIn, type UnitFindings } from './schema-unit.js';
import { walk } from './walk.js';

/** Dialect, bounds and every keyword of one unit. A unit with an error is not handed on; one with known facts has none. */
export function checkUnit(
  key: string,
  root: JsonObject,
  origin: Origin,
  limits: Limits,
  known?: UnitFacts,
): UnitFindings {
  const locate = (path: JsonPath, target: 'key' | 'value') => locateIn({ origin }, path, target);
  const dialect = dialectOf(root);
  if (dialect === undefined) {
    const span = locate(['$schema'], 'value');
    return {
      unit: undefined,
      diagnostics: [diagnose('schema/dialect', { dialect: nameOf(root['$schema']) }, { span })],
    };
  }
  if (known !== undefined) return { unit: indexUnit({ key, root, dialect, origin, ...known }), diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  if (isJsonObject(root['schemas'])) {
    diagnostics.push(diagnose('schema/schemas-member', {}, { span: locate(['schemas'], 'key') }));
  }
  const bounds = new SchemaBounds(dialect, limits, locate);
  let hasPatterns = false;
  for (const subschema of walk(root, dialect)) {
    const verdict = bounds.count(subschema);
    if (verdict === 'end') break;
    if (verdict === 'skip') continue;
    const { schema, path, depth } = subschema;
    if (typeof schema === 'boolean') continue;
    hasPatterns ||= 'pattern' in schema || 'patternProperties' in schema;
    diagnostics.push(...checkKeywords(schema, path, dialect, locate), ...checkConsistency(schema, path, locate));
    if (depth > 0 && schema['$schema'] !== undefined && schema['$id'] === undefined) {
      const problem = '`$schema` inside a schema has no meaning without `$id`';
      diagnostics.push(
        diagnose(
          'schema/invalid',
          { problem, help: 'say it at the root' },
          { span: locate([...path, '$schema'], 'key') },
        ),
      );
    }
  }
  diagnostics.push(...bounds.diagnostics);
  if (diagnostics.some((each) => each.severity === 'error')) return { unit: undefined, diagnostics };
  const unit = indexUnit({ key, root, dialect, origin, size: bounds.size, hasPatterns });
  const refused = checkValidatable(unit);
  return refused.length > 0 ? { unit: undefined, diagnostics: [...diagnostics, ...refused] } : { unit, diagnostics };
}

/** What stands where a dialect's name should. Not `String`, which would call what a manifest puts there. */
function nameOf(value: JsonValue | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
