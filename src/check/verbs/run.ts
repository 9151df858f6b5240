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
 * Undefined when the words around the verb do not tell.
 */
export function deedOfRunning(words: readonly string[]): Deed | undefined {
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (has(harmless)) return 'none';
  if (has(arbitrary)) return 'destroy';
  return has(powerful) ? 'run' : undefined;
}
