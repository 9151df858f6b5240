// Copied by mcpgen from its tested runtime. Do not edit.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isRecord } from './json.js';

const require = createRequire(import.meta.url);

/**
 * The version of an installed package; undefined when it is not installed, `''` when it says none. Its package.json is looked
 * for where Node looks for the package, since `exports` may hide it from `require`.
 */
export function installedVersion(name: string): string | undefined {
  const folders = require.resolve.paths(name) ?? [];
  for (const path of [...folders.map((folder) => join(folder, name, 'package.json')), resolved(name)]) {
    const text = path === undefined ? undefined : readText(path);
    if (text !== undefined) return versionIn(text);
  }
  return undefined;
}

/** For package managers that keep packages elsewhere and answer for Node. */
function resolved(name: string): string | undefined {
  try {
    return require.resolve(`${name}/package.json`);
  } catch {
    // Not installed, or hidden: then the folders have been looked through.
    return undefined;
  }
}

function versionIn(text: string): string {
  try {
    const content: unknown = JSON.parse(text);
    const version = isRecord(content) ? content['version'] : undefined;
    return typeof version === 'string' ? version : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
