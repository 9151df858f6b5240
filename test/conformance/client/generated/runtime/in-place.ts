// Copied by mcpgen from its tested runtime. Do not edit.

import { _, type KeywordCxt, type Name, nil, stringify } from 'ajv';
import type { Type } from 'ajv/dist/compile/util.js';
import { isRecord } from './json.js';
import type { Schema } from './validation-schema.js';

type SchemaObject = Exclude<Schema, boolean>;

/** What is done with the schemas that apply to one value. */
export interface Visitor {
  /** Whether a visit of this schema, those below it left aside, does anything. */
  readonly isOfUse: (schema: SchemaObject) => boolean;
  /** Emits what is done when the value satisfies the schema. */
  readonly visit: (schema: SchemaObject) => void;
}

/**
 * Emits code that visits a schema which the value is known to satisfy, and those that apply to the same value in turn: behind
 * `$ref` and in `allOf` always, in `anyOf`, `oneOf`, `if` and `dependencies` where the value satisfies them too.
 */
export class InPlace {
  constructor(
    private readonly cxt: KeywordCxt,
    private readonly visitor: Visitor,
  ) {}

  /** `behind` are the references on the way here; one that comes again leads nowhere new. */
  visit(schema: Schema, behind: readonly string[] = []): void {
    if (typeof schema === 'boolean') return;
    const { gen, data } = this.cxt;
    const { $ref, allOf, anyOf, oneOf, dependencies } = schema as Readonly<Record<string, unknown>>;
    this.visitor.visit(schema);
    if (typeof $ref === 'string' && !behind.includes($ref)) this.visit(this.#target($ref), [...behind, $ref]);
    for (const branch of schemasOf(allOf)) this.visit(branch, behind);
    for (const branch of [...schemasOf(anyOf), ...schemasOf(oneOf)]) {
      if (this.#isOfUse(branch, behind)) gen.if(this.#satisfies(branch), () => this.visit(branch, behind));
    }
    for (const [name, branch] of isRecord(dependencies) ? Object.entries(dependencies) : []) {
      if (Array.isArray(branch) || !this.#isOfUse(branch as Schema, behind)) continue;
      gen.if(_`Object.hasOwn(${data}, ${name})`, () => this.visit(branch as Schema, behind));
    }
    this.#visitCondition(schema, behind);
  }

  #visitCondition(schema: SchemaObject, behind: readonly string[]): void {
    const { if: condition, then: positive = true, else: negative = true } = schema as Readonly<Record<string, Schema>>;
    if (condition === undefined) return;
    if (![condition, positive, negative].some((each) => this.#isOfUse(each, behind))) return;
    this.cxt.gen.if(
      this.#satisfies(condition),
      () => {
        this.visit(condition, behind);
        this.visit(positive, behind);
      },
      () => this.visit(negative, behind),
    );
  }

  /** Whether a visit would do anything, here or further in. */
  #isOfUse(schema: Schema, behind: readonly string[]): boolean {
    if (typeof schema === 'boolean') return false;
    if (this.visitor.isOfUse(schema)) return true;
    const { $ref, allOf, anyOf, oneOf, dependencies } = schema as Readonly<Record<string, unknown>>;
    if (typeof $ref === 'string' && !behind.includes($ref) && this.#isOfUse(this.#target($ref), [...behind, $ref])) {
      return true;
    }
    const dependent = isRecord(dependencies) ? Object.values(dependencies).filter((each) => !Array.isArray(each)) : [];
    const conditional = [schema['if'], schema['then'], schema['else']].filter((each) => each !== undefined);
    const inside = [...schemasOf(allOf), ...schemasOf(anyOf), ...schemasOf(oneOf), ...dependent, ...conditional];
    return inside.some((each) => this.#isOfUse(each as Schema, behind));
  }

  /** Emits a check that leaves no errors behind, and returns the variable that holds its result. */
  #satisfies(schema: Schema): Name {
    const result = this.cxt.gen.name('satisfies');
    trySchema(this.cxt, schema, result);
    return result;
  }

  #target(ref: string): Schema {
    const { root } = this.cxt.it.schemaEnv;
    const definitions = isRecord(root.schema) ? root.schema['$defs'] : undefined;
    if (ref === '#') return root.schema as Schema;
    const target = isRecord(definitions) ? definitions[ref.slice('#/$defs/'.length)] : undefined;
    if (target === undefined) throw new Error(`the reference ${JSON.stringify(ref)} leads nowhere`);
    return target as Schema;
  }
}

/** Emits a check of the value, or of a part of it, for a yes or a no in a variable of this name. Needs `trackErrors`. */
export function trySchema(
  cxt: KeywordCxt,
  schema: Schema,
  result: Name,
  part: { readonly dataProp?: Name; readonly dataPropType?: Type } = {},
): void {
  const { gen, it } = cxt;
  const code = it.opts.code.source === true ? { code: stringify(schema) } : {};
  cxt.subschema(
    {
      ...part,
      schema,
      dataTypes: [],
      schemaPath: nil,
      topSchemaRef: gen.scopeValue('schema', { ref: schema, ...code }),
      errSchemaPath: it.errSchemaPath,
      createErrors: false,
      compositeRule: true,
      allErrors: false,
    },
    result,
  );
  cxt.reset();
}

function schemasOf(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value : [];
}
