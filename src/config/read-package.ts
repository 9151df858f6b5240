import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Host, HostError } from '../host/host.js';
import { isJsonObject } from '../json.js';

/** The lists of package.json in which a project says what it needs. The first three are installed with it. */
export const packageLists = [
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'devDependencies',
] as const satisfies readonly string[];

export type PackageList = (typeof packageLists)[number];

/** What package.json of a project asks for. */
export interface ProjectPackage {
  /** The range of each package as it is written, by its name and list; the first list in the order above counts. */
  readonly declared: ReadonlyMap<string, { readonly range: string; readonly list: PackageList }>;
}

const file = 'package.json';

/** More than any package.json is long. */
const maxBytes = 1_048_576;

/** Reads package.json at the project's root. Undefined where there is none: then a folder above may have it, and nothing is known. */
export function readPackage(host: Host): { project: ProjectPackage | undefined; diagnostics: Diagnostic[] } {
  try {
    const bytes = host.readFile(file, { maxBytes });
    if (bytes === undefined) return { project: undefined, diagnostics: [] };
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { project: { declared: declaredIn(value) }, diagnostics: [] };
  } catch (error) {
    const reason =
      error instanceof HostError
        ? error.systemCode
        : error instanceof SyntaxError
          ? 'it is not JSON'
          : 'it is not UTF-8';
    // npm will say more about it than we can; here it only means that packages are not checked.
    return {
      project: undefined,
      diagnostics: [diagnose('project/unreadable', { path: file, reason }, { severity: 'warning' })],
    };
  }
}

function declaredIn(value: unknown): ProjectPackage['declared'] {
  const declared = new Map<string, { readonly range: string; readonly list: PackageList }>();
  for (const list of packageLists) {
    const entries = isJsonObject(value) ? value[list] : undefined;
    if (!isJsonObject(entries)) continue;
    for (const [name, range] of Object.entries(entries)) {
      if (typeof range === 'string' && !declared.has(name)) declared.set(name, { range, list });
    }
  }
  return declared;
}
