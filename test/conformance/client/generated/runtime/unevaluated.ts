// Copied by mcpgen from its tested runtime. Do not edit.

import { _, type Code, type KeywordCxt, type Name } from 'ajv';
import { Type } from 'ajv/dist/compile/util.js';
import { usePattern } from 'ajv/dist/vocabularies/code.js';
import { InPlace, trySchema } from './in-place.js';
import type { UseKeyword } from './keywords.js';
import type { Schema } from './validation-schema.js';

/**
 * `unevaluatedItems` and `unevaluatedProperties`. The engine keeps track of what is evaluated as a count of leading items,
 * which cannot say what `contains` does, and loses it in some conditions. Here it is found out when it is needed: every schema
 * that applies to the same value, and that the value satisfies, says once more what it evaluates.
 */
export function useUnevaluated(use: UseKeyword): void {
  use({
    keyword: 'unevaluatedItems',
    type: 'array',
    trackErrors: true,
    error: {
      message: 'must not have further items',
      params: ({ params }) => _`{unevaluatedItem: ${params['stray']}}`,
    },
    code: (cxt) => refuseUnevaluated(cxt, itemsEvaluatedBy, Type.Num),
  });
  use({
    keyword: 'unevaluatedProperties',
    type: 'object',
    trackErrors: true,
    error: {
      message: 'must not have further properties',
      params: ({ params }) => _`{unevaluatedProperty: ${params['stray']}}`,
    },
    code: (cxt) => refuseUnevaluated(cxt, propertiesEvaluatedBy, Type.Str),
  });
}

/** What is evaluated so far: `all` is a boolean variable, `some` one that holds a set of indexes or names. */
interface Evaluated {
  readonly all: Name;
  readonly some: Name;
}

/** How one schema, others that it applies in place left aside, adds to what is evaluated; undefined when it does not. */
type EvaluatedBy = (cxt: KeywordCxt, schema: Exclude<Schema, boolean>) => ((evaluated: Evaluated) => void) | undefined;

function refuseUnevaluated(cxt: KeywordCxt, evaluatedBy: EvaluatedBy, dataPropType: Type): void {
  const { gen, keyword, schema, parentSchema, data, it } = cxt;
  const evaluated = { all: gen.let('all', false), some: gen.const('some', _`new Set()`) };
  const { [keyword]: _self, ...others } = parentSchema;
  const visits = new InPlace(cxt, {
    isOfUse: (each) => evaluatedBy(cxt, each) !== undefined,
    visit: (each) => evaluatedBy(cxt, each)?.(evaluated),
  });
  visits.visit(others);
  if (schema === true) return;
  const stray = gen.let('stray');
  const valid = gen.let('valid', true);
  const check = (key: Name) =>
    gen.if(_`!${evaluated.some}.has(${key})`, () => {
      if (schema === false) gen.assign(stray, key).assign(valid, false);
      else {
        const isValid = gen.name('isValid');
        cxt.subschema({ keyword, dataProp: key, dataPropType }, isValid);
        gen.assign(valid, isValid);
      }
      gen.if(_`!${valid}`, () => gen.break());
    });
  gen.if(_`!${evaluated.all}`, () =>
    dataPropType === Type.Num ? gen.forRange('item', 0, _`${data}.length`, check) : gen.forIn('key', data, check),
  );
  if (schema === false) {
    cxt.setParams({ stray });
    cxt.pass(valid);
  } else if (!it.allErrors) cxt.ok(valid);
}

const itemsEvaluatedBy: EvaluatedBy = (cxt, schema) => {
  const { gen, data } = cxt;
  const { items, additionalItems, unevaluatedItems, contains } = schema as Readonly<Record<string, Schema | Schema[]>>;
  const isTuple = Array.isArray(items);
  if (unevaluatedItems !== undefined || (isTuple ? additionalItems : items) !== undefined) {
    return ({ all }) => void gen.assign(all, true);
  }
  const isContained = contains !== undefined && schema['containsEvaluates'] !== false;
  if (!isTuple && !isContained) return undefined;
  return ({ some }) => {
    if (isTuple) gen.forRange('item', 0, items.length, (item) => gen.code(_`${some}.add(${item})`));
    if (!isContained) return;
    gen.forRange('item', 0, _`${data}.length`, (item) => {
      const isMatch = gen.name('isMatch');
      trySchema(cxt, contains as Schema, isMatch, { dataProp: item, dataPropType: Type.Num });
      gen.if(isMatch, () => gen.code(_`${some}.add(${item})`));
    });
  };
};

const propertiesEvaluatedBy: EvaluatedBy = (cxt, schema) => {
  const { gen, data } = cxt;
  const { properties = {}, patternProperties = {} } = schema as Readonly<Record<string, object>>;
  if (schema['additionalProperties'] !== undefined || schema['unevaluatedProperties'] !== undefined) {
    return ({ all }) => void gen.assign(all, true);
  }
  const [names, patterns] = [Object.keys(properties), Object.keys(patternProperties)];
  if (names.length + patterns.length === 0) return undefined;
  return ({ some }) => {
    for (const name of names) gen.code(_`${some}.add(${name})`);
    if (patterns.length === 0) return;
    gen.forIn('key', data, (key) => {
      const matches = patterns.map((pattern): Code => _`${usePattern(cxt, pattern)}.test(${key})`);
      gen.if(
        matches.reduce((a, b) => _`${a} || ${b}`),
        () => gen.code(_`${some}.add(${key})`),
      );
    });
  };
};
