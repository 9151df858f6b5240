/** Objects that change nothing when they are run. */
const harmless = new Set(
  `query queries select search searches find check checks test tests analysis audit report lint diagnosis diagnostics aggregation read scan
  validation calculation simulation benchmark comparison explain review inspection research inference expression lookup`.split(
    /\s+/,
  ),
);

/** Objects that may change anything. */
const powerful = new Set(
  `command commands code script scripts shell bash sql statement statements action actions workflow workflows job jobs task tasks pipeline
  pipelines migration migrations program function macro mutation mutations tool transaction procedure playbook deployment trade javascript
  python notebook rollback automation pod container image process app application`.split(/\s+/),
);

/**
 * Whether something that is run may change something: "execute a command" may, "run a query" and "perform a check" do not. Undefined
 * when the words around the verb do not tell.
 */
export function runsSomethingPowerful(words: readonly string[]): boolean | undefined {
  if (words.some((word) => harmless.has(word))) return false;
  return words.some((word) => powerful.has(word)) ? true : undefined;
}
