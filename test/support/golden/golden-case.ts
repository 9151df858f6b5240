import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the cases are; its README says how one is made. */
export const goldenFolder = fileURLToPath(new URL('../../golden', import.meta.url));

/** One folder below test/golden, as its author wrote it. */
export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  /** What a user would type after `mcpgen`. */
  readonly argv: readonly string[];
  /** The project before the command, by path. */
  readonly project: ReadonlyMap<string, Uint8Array>;
  /** Laid over the project after a first `mcpgen build`; undefined when there is no first build. */
  readonly edits: ReadonlyMap<string, Uint8Array> | undefined;
  /** Removed after that build. */
  readonly removed: readonly string[];
}

interface CommandFile {
  readonly argv?: readonly string[];
  readonly remove?: readonly string[];
}

/** All cases in the order of their names, `ok-*` apart, which show what comes out when nothing is wrong. */
export function readCases(): { mistakes: GoldenCase[]; successes: GoldenCase[] } {
  const all = readdirSync(goldenFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readCase(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    mistakes: all.filter(({ name }) => !name.startsWith('ok-')),
    successes: all.filter(({ name }) => name.startsWith('ok-')),
  };
}

export function readCase(name: string): GoldenCase {
  const folder = `${goldenFolder}/${name}`;
  const command: CommandFile = existsSync(`${folder}/command.json`)
    ? JSON.parse(readFileSync(`${folder}/command.json`, 'utf8'))
    : {};
  const isBuild = name.startsWith('ok-');
  return {
    name,
    folder,
    argv: command.argv ?? (isBuild ? ['build'] : ['check']),
    project: readTree(`${folder}/project`),
    edits: command.remove !== undefined || existsSync(`${folder}/edits`) ? readTree(`${folder}/edits`) : undefined,
    removed: command.remove ?? [],
  };
}

/** Every file below a folder with its bytes, by its path with `/`; empty when there is no such folder. */
export function readTree(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/')).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}
