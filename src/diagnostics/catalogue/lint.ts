import type { Severity } from '../diagnostic.js';
import { type CatalogueEntry, entry } from './entry.js';

/** What a rule says. Its texts stand beside its check, in `src/check/rules/`. */
export interface LintFinding {
  readonly message: string;
  readonly help?: string | undefined;
}

/** One rule, with the level that it has in `recommended`, or in `strict` where `recommended` leaves it out. */
function rule(severity: Severity): CatalogueEntry<LintFinding> {
  return { severity, message: ({ message }) => message, help: ({ help }) => help };
}

/** The rules, one line each, in the order of their names; `src/check/rules/index.ts` has their checks. */
export const lintRuleEntries = {
  'lint/array-without-items': rule('warning'),
  'lint/change-without-rollback': rule('warning'),
  'lint/deep-nesting': rule('warning'),
  'lint/default-fails-schema': rule('warning'),
  'lint/deterministic-with-outside-effects': rule('info'),
  'lint/duplicate-schema': rule('info'),
  'lint/effects-contradict-verb': rule('warning'),
  'lint/examples-fail-schema': rule('warning'),
  'lint/format-without-type': rule('warning'),
  'lint/hidden-instructions': rule('warning'),
  'lint/hint-contradicts-verb': rule('warning'),
  'lint/idempotent-contradicts-verb': rule('warning'),
  'lint/impossible-bounds': rule('warning'),
  'lint/impossible-enum-value': rule('warning'),
  'lint/inconsistent-naming': rule('warning'),
  'lint/inconsistent-parameter-naming': rule('warning'),
  'lint/inconsistent-parameter-type': rule('info'),
  'lint/irreversible-without-warning': rule('warning'),
  'lint/large-enum': rule('info'),
  'lint/missing-description': rule('warning'),
  'lint/missing-hints': rule('warning'),
  'lint/missing-instructions': rule('info'),
  'lint/missing-output-schema': rule('warning'),
  'lint/missing-pagination': rule('warning'),
  'lint/missing-semantics': rule('info'),
  'lint/misspelled-format': rule('warning'),
  'lint/one-of-overlap': rule('warning'),
  'lint/open-input': rule('warning'),
  'lint/overlapping-tools': rule('info'),
  'lint/parameter-name': rule('warning'),
  'lint/recursive-input': rule('warning'),
  'lint/redundant-type-list': rule('info'),
  'lint/required-with-default': rule('info'),
  'lint/required-without-property': rule('warning'),
  'lint/retry-not-idempotent': rule('warning'),
  'lint/risk-understated': rule('warning'),
  'lint/root-composition': rule('warning'),
  'lint/secret-in-header': rule('warning'),
  'lint/secret-in-input': rule('warning'),
  'lint/title-repeats-name': rule('info'),
  'lint/tool-tokens': rule('warning'),
  'lint/total-tokens': rule('warning'),
  'lint/unbounded-array': rule('warning'),
  'lint/unbounded-string': rule('warning'),
  'lint/undescribed-parameter': rule('warning'),
  'lint/untyped-parameter': rule('info'),
  'lint/unused-schema': rule('info'),
  'lint/vague-description': rule('warning'),
};

const ignoreExample = '`# mcpgen-ignore deep-nesting: the API behind it takes this very object`';

export const lintEntries = {
  ...lintRuleEntries,
  'lint/ignore-unknown-rule': entry<{ rule: string; suggestion?: string | undefined }>({
    severity: 'warning',
    message: ({ rule: id }) =>
      id === '' ? 'this comment does not say which rule to ignore' : `there is no rule ${JSON.stringify(id)} to ignore`,
    help: ({ suggestion }) =>
      suggestion === undefined ? `write it so: ${ignoreExample}` : `did you mean \`${suggestion}\`?`,
  }),
  'lint/ignore-without-reason': entry<{ rule: string; least: number }>({
    severity: 'warning',
    message: ({ rule: id, least }) =>
      `${JSON.stringify(id)} is not ignored here, since the comment gives no reason of at least ${least} characters`,
    help: () => `say why, after a colon: ${ignoreExample}`,
  }),
  'lint/unused-ignore': entry<{ rule: string }>({
    severity: 'warning',
    message: ({ rule: id }) => `${JSON.stringify(id)} finds nothing here that this comment would ignore`,
    help: () =>
      'remove the comment; above an entry or a key it is about all that stands in it, at the end of a line about what starts there',
  }),
};
