import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the mcpgen package: two folders up, from `src/host` as well as from `dist/host`. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** A text file that ships with mcpgen (schemas, templates, runtime sources, pages), by its path in the package. */
export function readAsset(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8').replaceAll('\r\n', '\n');
}

/** Any file that ships with mcpgen, as it is. */
export function readAssetBytes(path: string): Buffer {
  return readFileSync(join(packageRoot, path));
}

/** Names of the files in a folder of the package, sorted; folders are left out. */
export function listAssets(folder: string): string[] {
  return readdirSync(join(packageRoot, folder), { withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => each.name)
    .sort();
}

/** `name`, `version` and dependencies of mcpgen's own package.json. */
export interface OwnPackage {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

let ownPackage: OwnPackage | undefined;

export function readOwnPackage(): OwnPackage {
  ownPackage ??= JSON.parse(readAsset('package.json')) as OwnPackage;
  return ownPackage;
}

/** What `scripts/write-build-id.mjs` made of everything that mcpgen consists of; undefined before `npm run build`. */
export function readBuildId(): string | undefined {
  return existsSync(join(packageRoot, 'dist/build-id')) ? readAsset('dist/build-id').trim() : undefined;
}
