import type { Deed } from './lexicon.js';

/** Objects that change nothing when they are run. */
const harmless = new Set(
  `query queries select search searches find check checks test tests analysis audit report lint diagnosis diagnostics aggregation read scan
  validation calculation simulation benchmark comparison explain review inspection research inference expression lookup`.split(
    /\s+/,
  ),
);

/** Objects that are whatever the caller writes, and so may destroy anything. */
const arbitrary = new Set(
  'command commands code shell bash powershell sql statement statements javascript python'.split(' '),
);

/** Objects that may change anything that somebody has prepared. */
const powerful = new Set(
  `script scripts workflow workflows job jobs task tasks pipeline pipelines migration migrations program function macro mutation mutations
  tool transaction procedure playbook deployment trade notebook rollback automation pod container image process app application`.split(
    /\s+/,
  ),
);

/**
 * What running something does: "execute a command" may destroy, "run a job" changes something, "run a query" and "perform a check" do not.
 * Undefined when the words after the verb do not tell. What comes first is what is run; "SQL" may be part of a harmless one.
 */
export function deedOfRunning(words: readonly string[]): Deed | undefined {
  const first = words.findIndex((word) => arbitrary.has(word) || powerful.has(word));
  const mild = words.findIndex((word) => harmless.has(word));
  if (mild !== -1 && (first === -1 || mild < first || arbitrary.has(words[mild - 1] ?? ''))) return 'none';
  if (first === -1) return undefined;
  return words.some((word) => arbitrary.has(word)) ? 'destroy' : 'run';
}
