/**
 * The words of a name, in lower case: `git_commit`, `list-sims`, `domains_getMoveV1` and `files.read` are taken apart at separators and where the
 * case changes. `HTTPProxy` is `http`, `proxy`.
 */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
