import type { Reason } from '../../flow/reason.js';
import { refusals } from '../../flow/refusals.js';
import { type JsonObject, type JsonPath, type JsonValue, toPointer } from '../../json.js';
import type { Model } from '../../model/model.js';
import { describeReasons } from '../explain-flow.js';
import type { Contract } from './contract.js';
import type { SchemaView, SubschemaView } from './schema-view.js';

/** A value that an author gives for a schema, and that the schema refuses. */
export interface InvalidValue {
  readonly value: JsonValue;
  readonly subschema: SubschemaView;
  /** Where it stands, from the subschema. */
  readonly path: JsonPath;
  /** Why, in words. */
  readonly reason: string;
}

/** Of values and schemas that many tools have, as those of one contract tell them apart. */
const verdicts = new WeakMap<Model, Map<string, readonly Reason[] | undefined>>();

/** Finds the values, by their paths from a subschema, that the subschema refuses: as the generated validators see it. */
export function* invalidValues(
  contract: Contract,
  valuesOf: (subschema: SubschemaView) => Iterable<readonly [JsonPath, JsonValue]>,
): Generator<InvalidValue> {
  const bundles = bundlesOf(contract);
  const known = verdicts.get(contract.model) ?? new Map<string, readonly Reason[] | undefined>();
  verdicts.set(contract.model, known);
  for (const view of contract.schemas) {
    const bundle = bundles.get(view);
    // A root that is only a reference is served as what it refers to: nothing of it is left to hold a value against.
    if (bundle === undefined || (Object.hasOwn(view.root, '$ref') && !Object.hasOwn(bundle, '$ref'))) continue;
    const found = view.subschemas.flatMap((subschema) =>
      [...valuesOf(subschema)].map(([path, value]) => ({ subschema, path, value })),
    );
    const keys = found.map(({ subschema, value }) => keyOf(bundle, subschema, value));
    const unknown = found.filter((_, index) => !known.has(keys[index] ?? ''));
    const placed = unknown.map(({ subschema, value }) => ({ pointer: toPointer(subschema.path), value }));
    const made = new Map(refusals(bundle, placed).map((reasons, index) => [unknown[index], reasons]));
    for (const [index, each] of found.entries()) {
      const key = keys[index];
      const reasons = made.has(each) ? made.get(each) : known.get(key ?? '');
      if (key !== undefined) known.set(key, reasons);
      if (reasons === undefined) continue;
      yield { ...each, reason: describeReasons(reasons)[0] ?? 'the schema refuses it' };
    }
  }
}

/** Hundreds of tools have the same `limit` with the same default. Undefined for what depends on the rest of its schema. */
function keyOf(bundle: JsonObject, { schema }: SubschemaView, value: JsonValue): string | undefined {
  const text = JSON.stringify(schema);
  return text.includes('"$') ? undefined : JSON.stringify([bundle['$schema'], text, value]);
}

/** The schemas of a contract as served, each self-contained. Pointers below a root that is no reference are those of the author. */
export function bundlesOf({ tools, workflows, shared, model }: Contract) {
  const sharedModels = new Map(model.schemas.map((each) => [each.name, each.schema]));
  const bundles = new Map<SchemaView, JsonObject>();
  for (const { input, output, model: served } of [...tools, ...workflows]) {
    bundles.set(input, served.inputSchema);
    if (output !== undefined && served.outputSchema !== undefined) bundles.set(output, served.outputSchema);
  }
  for (const { name, schema } of shared) {
    const served = sharedModels.get(name);
    if (served !== undefined) bundles.set(schema, served);
  }
  return bundles;
}

/** What says nothing about values, or, as `type` and `enum`, is held against them where schemas are checked. */
const plain: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'const', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
]);

/** Whether a schema has something to hold a value against beside `type` and `enum`. */
export function saysMoreThanType({ schema }: SubschemaView): boolean {
  return Object.keys(schema).some((each) => !plain.has(each));
}
