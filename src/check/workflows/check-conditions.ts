import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { mayMeet, schemaAt } from '../../flow/flow.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.js';
import type { Condition, WorkflowStep } from '../../manifest/manifest.generated.js';
import type { Origin } from '../../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { sourceOf } from './assembly.js';
import type { Scope } from './scope.js';

/** The `conditions` of a step: their parameters are what their type asks for, and a condition on a value can hold. */
export function checkConditions(
  { conditions = [] }: WorkflowStep,
  origin: Origin,
  scope: Scope,
  schemas: ResolvedSchemas,
): Diagnostic[] {
  return conditions.flatMap((condition, index) => {
    const at = { ...origin, path: [...origin.path, 'conditions', index, 'parameters'] };
    return [
      ...checkParameters(condition, at),
      ...(condition.type === 'value_based'
        ? checkValue(condition, at, scope, schemas.conditions.get(condition)?.schema)
        : []),
    ];
  });
}

/** For each type its parameters: what they must be, and whether they must be there. */
const parametersOf: Readonly<
  Record<string, Readonly<Record<string, { form: string; required?: true; accepts: (value: JsonValue) => boolean }>>>
> = {
  value_based: {
    from: { form: 'a name and a JSON Pointer, such as `find/status`', required: true, accepts: isReference },
    matches: { form: 'a JSON Schema, such as `{ const: open }`', required: true, accepts: isJsonObject },
  },
  time_based: {
    after: { form: 'a time of day, such as `"09:00"`', accepts: isTime },
    before: { form: 'a time of day, such as `"17:00"`', accepts: isTime },
    days: { form: 'a list of `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`', accepts: isDays },
    time_zone: { form: 'an IANA time zone, such as `Europe/Berlin`', accepts: isTimeZone },
  },
  approval_required: {
    message: { form: 'a text for the one who is asked', accepts: (value) => typeof value === 'string' && value !== '' },
  },
};

function checkParameters({ type, parameters }: Condition, { doc, path }: Origin): Diagnostic[] {
  const known = parametersOf[type];
  if (known === undefined) return [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, value] of Object.entries(parameters)) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    const help = `\`${type}\` knows ${Object.keys(known)
      .map((each) => `\`${each}\``)
      .join(', ')}`;
    if (parameter === undefined) {
      const problem = `unknown parameter ${JSON.stringify(name)} of a \`${type}\` condition`;
      diagnostics.push(diagnose('workflow/condition', { problem, help }, { span: doc.locate([...path, name], 'key') }));
    } else if (!parameter.accepts(value as JsonValue)) {
      const problem = `\`${name}\` must be ${parameter.form}`;
      diagnostics.push(diagnose('workflow/condition', { problem }, { span: doc.locate([...path, name]) }));
    }
  }
  const missing = Object.keys(known).filter((name) => known[name]?.required && parameters[name] === undefined);
  if (type === 'time_based' && ['after', 'before', 'days'].every((name) => parameters[name] === undefined)) {
    missing.push('after');
  }
  for (const name of missing) {
    const problem = `a \`${type}\` condition lacks \`${name}\`: ${known[name]?.form ?? ''}`;
    diagnostics.push(diagnose('workflow/condition', { problem }, { span: doc.locate(path, 'key') }));
  }
  return diagnostics;
}

/** `matches` is undefined where it has an error of its own. */
function checkValue(
  { parameters }: Condition,
  { doc, path }: Origin,
  scope: Scope,
  matches: JsonObject | undefined,
): Diagnostic[] {
  const { from } = parameters;
  if (!isReference(from)) return [];
  const diagnostics: Diagnostic[] = [];
  const source = sourceOf(from, { doc, path: [...path, 'from'] }, scope, diagnostics);
  if (source === undefined) return diagnostics;
  const value = schemaAt(source.schema, source.pointer);
  if (value === undefined || matches === undefined || mayMeet(value.schema, matches)) return diagnostics;
  const problem = `no value of \`${from}\` can ever match this, so the step would never run`;
  return [diagnose('workflow/condition', { problem }, { span: doc.locate([...path, 'matches']) })];
}

function isReference(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,63}(\/([^~/]|~[01])*)*$/.test(value);
}

function isTime(value: JsonValue): boolean {
  return typeof value === 'string' && /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(value);
}

function isDays(value: JsonValue): boolean {
  const days = new Set<JsonValue>(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
  return Array.isArray(value) && value.length > 0 && value.every((each) => days.has(each));
}

function isTimeZone(value: JsonValue): boolean {
  if (typeof value !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
