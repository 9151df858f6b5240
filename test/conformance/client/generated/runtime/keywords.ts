// Copied by mcpgen from its tested runtime. Do not edit.

import { _, type Code, type CodeGen, type CodeKeywordDefinition, type KeywordCxt, Name, str, stringify } from 'ajv';
import { isMultipleOf } from './multiple-of.js';
import { isOneOf } from './same-json.js';
import { textLength } from './text-length.js';
import { refuseLongNames, refuseLongText } from './undecided.js';
import { hasUniqueItems } from './unique-items.js';

type Definition = CodeKeywordDefinition & { readonly keyword: string };

/** Replaces or adds a keyword of an engine. */
export type UseKeyword = (definition: Definition) => void;

/** The functions that validators call, under the names by which generated validators import them. */
const helpers = { hasUniqueItems, isMultipleOf, isOneOf, refuseLongNames, refuseLongText, textLength };

/** Keywords whose own implementation is wrong somewhere, slow, or needs code that a generated validator should not carry. */
export function useOwnKeywords(use: UseKeyword): void {
  for (const keyword of ['const', 'enum'] as const) use(equality(keyword));
  for (const keyword of ['maxLength', 'minLength'] as const) use(length(keyword));
  use(multipleOf);
  use(uniqueItems);
  use(limitedPattern);
  use(limitedNames);
}

/** The engine compares objects by `valueOf` and `constructor`, which are properties like any other in JSON. */
function equality(keyword: 'const' | 'enum'): Definition {
  return {
    keyword,
    error: {
      message: keyword === 'const' ? 'must be equal to constant' : 'must be equal to one of the allowed values',
      params: ({ params }) =>
        keyword === 'const' ? _`{allowedValue: ${params['values']}[0]}` : _`{allowedValues: ${params['values']}}`,
    },
    code(cxt) {
      const { gen, schema, data } = cxt;
      const values: readonly unknown[] = keyword === 'const' ? [schema] : schema;
      const name = gen.scopeValue('schema', { key: values, ref: values, code: literal(values) });
      cxt.setParams({ values: name });
      cxt.fail(_`!${helper(gen, 'isOneOf')}(${name}, ${data})`);
    },
  };
}

/** Counted in code points, and only where the number of code units leaves it open. */
function length(keyword: 'maxLength' | 'minLength'): Definition {
  const [few, comparison] = keyword === 'maxLength' ? ['more', _`>`] : ['fewer', _`<`];
  return {
    keyword,
    type: 'string',
    // Before patterns, which may rely on it.
    before: 'pattern',
    error: { message: ({ schema }) => str`must NOT have ${few} than ${schema} characters` },
    code(cxt) {
      const { gen, schema, data } = cxt;
      const count = _`${helper(gen, 'textLength')}(${data}) ${comparison} ${schema}`;
      cxt.fail(keyword === 'maxLength' ? _`${data}.length > ${schema} && ${count}` : count);
    },
  };
}

/** In exact decimals. */
const multipleOf: Definition = {
  keyword: 'multipleOf',
  type: 'number',
  error: { message: ({ schema }) => str`must be multiple of ${schema}` },
  code(cxt) {
    cxt.fail(_`!${helper(cxt.gen, 'isMultipleOf')}(${cxt.data}, ${cxt.schema})`);
  },
};

/** In linear time. */
const uniqueItems: Definition = {
  keyword: 'uniqueItems',
  type: 'array',
  error: { message: 'must not have the same item twice' },
  code(cxt) {
    if (cxt.schema === true) cxt.fail(_`!${helper(cxt.gen, 'hasUniqueItems')}(${cxt.data})`);
  },
};

/** `{ pattern, limit }`: a pattern that may take long is only tried on short texts; longer ones end the validation. */
const limitedPattern: Definition = {
  keyword: 'limitedPattern',
  type: 'string',
  error: { message: ({ schema }) => str`must match pattern "${schema.pattern}"` },
  code(cxt) {
    const { gen, data, schema } = cxt;
    gen.code(_`${helper(gen, 'refuseLongText')}(${data}, ${schema.limit}, ${pointerOf(cxt)})`);
    const pattern: string = schema.pattern;
    const regex = gen.scopeValue('pattern', {
      key: pattern,
      ref: new RegExp(pattern, 'u'),
      code: _`new RegExp(${pattern}, "u")`,
    });
    cxt.fail(_`!${regex}.test(${data})`);
  },
};

/** The same for the names that `patternProperties` tries. Before all keywords that try them. */
const limitedNames: Definition = {
  keyword: 'limitedNames',
  type: 'object',
  before: 'propertyNames',
  code(cxt) {
    const { gen, data, schema } = cxt;
    gen.code(_`${helper(gen, 'refuseLongNames')}(${data}, ${schema}, ${pointerOf(cxt)})`);
  },
};

/** Calls a helper by the name that generated validators import it under. */
function helper(gen: CodeGen, name: keyof typeof helpers): Name {
  return gen.scopeValue('func', { ref: helpers[name], code: new Name(name) });
}

/** A JSON value as code. */
function literal(value: unknown): Code {
  return stringify(value);
}

/** Where the checked value stands, as the engine's own errors say it. */
function pointerOf({ it }: KeywordCxt): Code {
  return str`${new Name('instancePath')}${it.errorPath}`;
}
