import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonPath } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import type { BuildMemory } from '../memory/build-memory.js';
import { PatternJudge, type Verdict } from '../patterns/judge-pattern.js';
import { locateIn, type SchemaUnit } from './schema-unit.js';

/** A pattern that may take more than linear time is tried on strings of at most so many characters. See runtime/. */
const longestForSlowPatterns = 2_048;

const errors: Partial<Record<Verdict, string>> = {
  exponential: 'some texts of a few dozen characters take exponential time',
  repetitions: 'its counted repetitions multiply to more than 10,000 characters',
  'back-reference': 'it refers back to a group, and no bound on its time is known',
};

const warnings: Partial<Record<Verdict, string>> = {
  polynomial: 'takes more than linear time',
  unknown: 'may take more than linear time',
};

/** Judges every pattern that a value from outside will be held against. `limited` are those that the run time may only try on short strings; nothing is to be held against `refused` schemas. */
export function checkPatterns(
  units: readonly SchemaUnit[],
  deadline: Deadline,
  memory?: BuildMemory,
): {
  diagnostics: Diagnostic[];
  limited: ReadonlyMap<SchemaUnit, ReadonlySet<string>>;
  refused: ReadonlySet<SchemaUnit>;
} {
  const judge = new PatternJudge(memory);
  const diagnostics: Diagnostic[] = [];
  const limited = new Map<SchemaUnit, Set<string>>();
  const refused = new Set<SchemaUnit>();
  const look = (unit: SchemaUnit, source: string, path: JsonPath, target: 'key' | 'value', isBounded: boolean) => {
    deadline.check('judging the patterns', unit.key);
    const verdict = judge.judge(source);
    const pattern = source.length > 200 ? `${source.slice(0, 199)}…` : source;
    const [error, warning] = [errors[verdict], warnings[verdict]];
    const where = { span: locateIn(unit, path, target) };
    if (error !== undefined) {
      refused.add(unit);
      diagnostics.push(diagnose('schema/exponential-pattern', { pattern, reason: error }, where));
    }
    if (warning === undefined) return;
    limited.set(unit, (limited.get(unit) ?? new Set()).add(source));
    if (isBounded) return;
    diagnostics.push(
      diagnose('schema/slow-pattern', { pattern, reason: warning, most: longestForSlowPatterns }, where),
    );
  };
  for (const unit of units) {
    if (!unit.hasPatterns) continue;
    for (const { subschema } of unit.positions.values()) {
      const { schema, path } = subschema;
      if (typeof schema === 'boolean') continue;
      const { pattern, patternProperties, maxLength } = schema;
      const isBounded = typeof maxLength === 'number' && maxLength <= longestForSlowPatterns;
      if (typeof pattern === 'string') look(unit, pattern, [...path, 'pattern'], 'value', isBounded);
      if (!isJsonObject(patternProperties)) continue;
      for (const name of Object.keys(patternProperties)) {
        look(unit, name, [...path, 'patternProperties', name], 'key', false);
      }
    }
  }
  return { diagnostics, limited, refused };
}
