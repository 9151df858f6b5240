import { type JsonObject, type JsonValue, jsonKey } from '../json.js';
import { formats } from '../runtime/formats.js';
import { type Schema, validationSchema } from '../runtime/validation-schema.js';
import type { Statement, TypeName } from './atom.js';
import { TooLarge, type Work } from './work.js';

/** A schema of a document that was read: its statements refer to others by their numbers. */
export interface ReadNode {
  statements: readonly Statement<number>[];
}

type Form = Readonly<Record<string, unknown>>;

/** Deeper schemas than any that a build takes are not followed. */
const deepest = 400;

/**
 * Reads schemas into one list of nodes, in the form that the validators of generated servers are made from: so dialects, and what
 * mcpgen makes of `format` and the like, mean here exactly what is enforced there.
 */
export class SchemaReader {
  readonly nodes: ReadNode[] = [{ statements: [] }];

  constructor(private readonly work: Work) {}

  /** The number of the schema's node. Throws when a reference leads nowhere, or the dialect is unknown. */
  read(schema: JsonObject): number {
    checkDepth(schema, this.work);
    return new FormReader(validationSchema(schema), this.nodes, this.work).root();
  }
}

/** The node of every value, which is the first. */
const anything = 0;

class FormReader {
  readonly #references = new Map<string, number>();
  /** Where nothing asks what is evaluated, more schemas are equal. */
  readonly #countsEvaluated: boolean;
  #depth = 0;

  constructor(
    private readonly form: Schema,
    private readonly nodes: ReadNode[],
    private readonly work: Work,
  ) {
    this.#countsEvaluated = JSON.stringify(form).includes('"unevaluated');
  }

  root(): number {
    return this.#refer('#');
  }

  #refer(reference: string): number {
    const known = this.#references.get(reference);
    if (known !== undefined) return known;
    const target = this.#target(reference);
    const place = this.nodes.push({ statements: [] }) - 1;
    this.#references.set(reference, place);
    this.#fill(place, target);
    return place;
  }

  #target(reference: string): Schema {
    if (reference === '#' || typeof this.form === 'boolean') return this.form;
    const definitions = this.form['$defs'] as Readonly<Record<string, Schema>>;
    return definitions[reference.slice('#/$defs/'.length)] ?? false;
  }

  #node(form: Schema): number {
    if (form === true) return anything;
    if (isReference(form)) return this.#refer(form.$ref);
    const place = this.nodes.push({ statements: [] }) - 1;
    this.#fill(place, form);
    return place;
  }

  #fill(place: number, form: Schema): void {
    this.work.spend();
    // References lead deeper than schemas are nested.
    if (++this.#depth > deepest) throw new TooLarge('nested too deeply to be compared');
    const statements = typeof form === 'boolean' ? (form ? [] : [{ kind: 'never' } as const]) : this.#read(place, form);
    this.nodes[place] = { statements };
    this.#depth -= 1;
  }

  #read(place: number, form: Form): Statement<number>[] {
    const reference = form['$ref'];
    return [
      ...(typeof reference === 'string' ? [{ kind: 'all' as const, nodes: [this.#refer(reference)] }] : []),
      ...ofTypes(form),
      ...ofNumbers(form),
      ...ofStrings(form),
      ...this.#ofArrays(form),
      ...this.#ofObjects(form),
      ...this.#ofDependencies(form),
      ...this.#combining(form),
      ...this.#ofUnevaluated(place, form),
    ];
  }

  #ofArrays(form: Form): Statement<number>[] {
    const found: Statement<number>[] = [...counts(form, 'minItems', 'maxItems')];
    if (form['uniqueItems'] === true) found.push({ kind: 'uniqueItems' });
    const { items, additionalItems, contains } = form as Readonly<Record<string, Schema | readonly Schema[]>>;
    const prefix = Array.isArray(items) ? (items as readonly Schema[]).map((item) => this.#node(item)) : [];
    const rest = (Array.isArray(items) ? additionalItems : items) as Schema | undefined;
    const others = this.#node(rest ?? true);
    const saysSomething = [...prefix, others].some((each) => each !== anything);
    if (saysSomething || (this.#countsEvaluated && items !== undefined)) {
      found.push({ kind: 'items', prefix, rest: others, restGiven: this.#countsEvaluated && rest !== undefined });
    }
    if (contains !== undefined) {
      const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = form as Readonly<Record<string, number>>;
      const evaluates = this.#countsEvaluated && form['containsEvaluates'] !== false;
      const node = this.#node(contains as Schema);
      found.push({ kind: 'contains', node, fewest: minContains, most: maxContains, evaluates });
    }
    return found;
  }

  #ofObjects(form: Form): Statement<number>[] {
    const found: Statement<number>[] = [...counts(form, 'minProperties', 'maxProperties')];
    for (const name of new Set((form['required'] ?? []) as readonly string[])) found.push({ kind: 'required', name });
    const { properties, patternProperties, additionalProperties, propertyNames } = form as Readonly<
      Record<string, object | undefined>
    >;
    const read = (members: object = {}) =>
      new Map(sortedEntries(members).map(([name, child]) => [name, this.#node(child as Schema)] as const));
    const [named, matching] = [read(properties), read(patternProperties)];
    const rest = this.#node((additionalProperties ?? true) as Schema);
    const saysSomething = [...named.values(), ...matching.values(), rest].some((each) => each !== anything);
    if (saysSomething || this.#countsEvaluated) {
      const restGiven = this.#countsEvaluated && additionalProperties !== undefined;
      if (saysSomething || restGiven || named.size + matching.size > 0)
        found.push({ kind: 'members', properties: named, patterns: matching, rest, restGiven });
    }
    if (propertyNames !== undefined) found.push({ kind: 'propertyNames', node: this.#node(propertyNames as Schema) });
    return found;
  }

  #ofDependencies(form: Form): Statement<number>[] {
    return sortedEntries((form['dependencies'] ?? {}) as object).flatMap(([name, wanted]): Statement<number>[] =>
      Array.isArray(wanted)
        ? [...new Set(wanted as readonly string[])].map((other) => ({ kind: 'dependentRequired', name, other }))
        : [{ kind: 'dependentSchema', name, node: this.#node(wanted as Schema) }],
    );
  }

  #combining(form: Form): Statement<number>[] {
    const found: Statement<number>[] = [];
    // Without what is evaluated, a schema in `allOf` says what it would say beside it.
    for (const each of (form['allOf'] ?? []) as readonly Schema[]) {
      const node = this.#node(each);
      if (this.#countsEvaluated || isReference(each)) found.push({ kind: 'all', nodes: [node] });
      else found.push(...(this.nodes[node]?.statements ?? []));
    }
    for (const [keyword, kind] of [
      ['anyOf', 'any'],
      ['oneOf', 'one'],
    ] as const) {
      const nodes = this.#nodes(form[keyword]);
      if (nodes.length > 0) found.push({ kind: nodes.length === 1 ? 'all' : kind, nodes });
    }
    if (form['not'] !== undefined) found.push({ kind: 'not', node: this.#node(form['not'] as Schema) });
    const { if: condition, then: positive, else: negative } = form as Readonly<Record<string, Schema | undefined>>;
    if (condition !== undefined && (this.#countsEvaluated || positive !== undefined || negative !== undefined)) {
      const [yes, no] = [this.#node(positive ?? true), this.#node(negative ?? true)];
      found.push({ kind: 'if', condition: this.#node(condition), positive: yes, negative: no });
    }
    return found;
  }

  #ofUnevaluated(place: number, form: Form): Statement<number>[] {
    return (['unevaluatedItems', 'unevaluatedProperties'] as const)
      .filter((kind) => form[kind] !== undefined)
      .map((kind) => ({ kind, node: this.#node(form[kind] as Schema), owner: place }));
  }

  #nodes(forms: unknown): number[] {
    return Array.isArray(forms) ? (forms as readonly Schema[]).map((each) => this.#node(each)) : [];
  }
}

/** A schema that only refers; its node may still be under way, as in a circle. */
function isReference(form: Schema): form is { readonly $ref: string } {
  return typeof form === 'object' && typeof form['$ref'] === 'string' && Object.keys(form).length === 1;
}

function ofTypes(form: Form): Statement<number>[] {
  const found: Statement<number>[] = [];
  const { type } = form;
  if (type !== undefined) {
    const names = new Set((Array.isArray(type) ? type : [type]) as readonly TypeName[]);
    if (names.has('number')) names.delete('integer');
    found.push({ kind: 'type', types: [...names].sort() });
  }
  if (Array.isArray(form['enum'])) found.push(valuesOf(form['enum'] as readonly JsonValue[]));
  if (form['const'] !== undefined) found.push(valuesOf([form['const'] as JsonValue]));
  return found;
}

/** The statement that a value is one of these. */
export function valuesOf(values: readonly JsonValue[]): Statement<never> {
  const byKey = new Map(values.map((value) => [jsonKey(value), value] as const));
  return { kind: 'values', values: [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value) };
}

function ofNumbers(form: Form): Statement<number>[] {
  const found: Statement<number>[] = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = form;
  if (typeof minimum === 'number') found.push({ kind: 'minimum', bound: minimum, exclusive: false });
  if (typeof maximum === 'number') found.push({ kind: 'maximum', bound: maximum, exclusive: false });
  if (typeof exclusiveMinimum === 'number') found.push({ kind: 'minimum', bound: exclusiveMinimum, exclusive: true });
  if (typeof exclusiveMaximum === 'number') found.push({ kind: 'maximum', bound: exclusiveMaximum, exclusive: true });
  if (typeof multipleOf === 'number') found.push({ kind: 'multipleOf', divisor: multipleOf });
  return found;
}

function ofStrings(form: Form): Statement<number>[] {
  const found: Statement<number>[] = [...counts(form, 'minLength', 'maxLength')];
  const { pattern, format } = form;
  if (typeof pattern === 'string') found.push({ kind: 'pattern', source: pattern });
  // Others are notes to readers.
  if (typeof format === 'string' && Object.hasOwn(formats, format)) found.push({ kind: 'format', format });
  return found;
}

function* counts(
  form: Form,
  ...kinds: readonly ('minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties')[]
): Generator<Statement<number>> {
  for (const kind of kinds) {
    const count = form[kind];
    if (typeof count === 'number' && !(kind.startsWith('min') && count <= 0)) yield { kind, count };
  }
}

function sortedEntries(members: object): [string, unknown][] {
  return Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
}

function checkDepth(schema: JsonObject, work: Work): void {
  let level: JsonValue[] = [schema];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new TooLarge('nested too deeply to be compared');
    work.spend(level.length);
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
}
