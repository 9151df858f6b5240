// Copied by mcpgen from its tested runtime. Do not edit.

import { _, Ajv, type CodeOptions } from 'ajv';
import { formats } from './formats.js';
import { type UseKeyword, useOwnKeywords } from './keywords.js';
import { useUnevaluated } from './unevaluated.js';

/**
 * A new engine for schemas that `validationSchema` has made, with every keyword replaced that the engine gets wrong, or takes
 * too long over. What the code it makes calls by name is listed in keywords.ts.
 */
export function newEngine(code: Omit<CodeOptions, 'formats'> = {}): Ajv {
  const engine = new Ajv({
    strict: false,
    // The compiler has checked every schema against its meta-schema, and none may refer to one.
    validateSchema: false,
    meta: false,
    // One reason is enough, and bad input must not buy a large answer.
    allErrors: false,
    // Otherwise a required property named like a member of `Object.prototype` would always be there.
    ownProperties: true,
    // `minContains` and `maxContains`.
    next: true,
    formats,
    // An unknown format is an annotation; a server on stdio has nothing to say about it.
    logger: false,
    code: { ...code, formats: _`formats` },
  });
  const replace: UseKeyword = (definition) => {
    engine.removeKeyword(definition.keyword);
    engine.addKeyword(definition);
  };
  useOwnKeywords(replace);
  useUnevaluated(replace);
  return engine;
}
