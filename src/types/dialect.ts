import type { JsonObject } from '../json.js';

/** In what the four dialects differ, as far as a type can show it. */
export interface Dialect {
  /** Draft 6 and 7: everything beside `$ref` is ignored. */
  readonly refHidesSiblings: boolean;
  /** 2020-12: tuples are `prefixItems` and `items`; before it `items` (an array) and `additionalItems`. */
  readonly hasPrefixItems: boolean;
  /** Draft 6 and 7: `dependencies`; later `dependentRequired` and `dependentSchemas`. */
  readonly hasDependencies: boolean;
  /** From draft 7 on: `if`, `then`, `else`. */
  readonly hasConditions: boolean;
  /** From 2019-09 on: `$anchor`, `minContains`, `unevaluatedProperties` and the like. */
  readonly isModern: boolean;
}

/** The dialect that the root's `$schema` names; 2020-12 when it names none. */
export function dialectOf(root: JsonObject): Dialect {
  const declared = typeof root['$schema'] === 'string' ? root['$schema'] : '';
  const isDraft6 = declared.includes('/draft-06/');
  const isOld = isDraft6 || declared.includes('/draft-07/');
  return {
    refHidesSiblings: isOld,
    hasPrefixItems: !isOld && !declared.includes('/2019-09/'),
    hasDependencies: isOld,
    hasConditions: !isDraft6,
    isModern: !isOld,
  };
}
