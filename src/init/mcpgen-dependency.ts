import type { PlatformPath } from 'node:path';

/** A checkout this few folders up and down is likely to move together with the project, so its path may be relative. */
const NEAR = 2;

export interface DependencyPlace {
  /** Where the running mcpgen is, absolute and without symbolic links. */
  readonly packageRoot: string;
  /** Where the new project will be, absolute and without symbolic links. */
  readonly projectRoot: string;
  /** Of the running mcpgen. */
  readonly version: string;
}

/** True when mcpgen runs from a clone of its repository rather than from an installed package. */
export function isCheckout(packageRoot: string): boolean {
  return !packageRoot.split(/[\\/]/).includes('node_modules');
}

/**
 * What `devDependencies.mcpgen` says: the exact version, or, when mcpgen runs from a checkout, that checkout, so that a
 * project works before any release. npm takes the path of `file:` as it is, without any encoding.
 */
export function mcpgenDependency({ packageRoot, projectRoot, version }: DependencyPlace, path: PlatformPath): string {
  if (!isCheckout(packageRoot)) return version;
  const relative = path.relative(projectRoot, packageRoot);
  const ups = relative.split(path.sep).filter((part) => part === '..').length;
  const near = !path.isAbsolute(relative) && ups <= NEAR && !reachesTop(projectRoot, ups, path);
  return `file:${(near ? relative || '.' : packageRoot).split(path.sep).join('/')}`;
}

/** Going up to the very top says nothing about what belongs together. */
function reachesTop(projectRoot: string, ups: number, path: PlatformPath): boolean {
  const top = path.resolve(projectRoot, ...Array<string>(ups).fill('..'));
  return top === path.parse(top).root;
}
