// Becomes dist/bundle/start.cjs, which bin/run.js and the second thread begin with: small, since nothing is kept of it.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import { cachedDataVersionTag } from 'node:v8';
import { cacheFolder } from '../host/cache-folder.js';
import { createCodeFolder } from '../host/code-folder.js';
import { packageRoot, readAssetBytes, readBuildId } from '../host/package-assets.js';
import type { main } from '../main.js';
import { delayOptimization } from './delay-optimization.js';
import { type CodeEntry, FileLoader } from './load-files.js';

/** Runs one command line, and keeps what was compiled on the way. */
export async function startCommand(argv: readonly string[]): Promise<void> {
  loadNode();
  // Before code is looked for: which flags V8 has is part of the key.
  delayOptimization();
  const loader = createLoader();
  const command = loader.load('dist/bundle/main.cjs') as { readonly main: typeof main };
  // Vendored files ask for each other and are asked for by their distance from a folder of src, or dist.
  await command.main(argv, packageRoot, (id) => loader.load(posix.join('dist/bundle', id)));
  loader.keep((process.exitCode ?? 0) === 0);
}

/** What every command uses and Node loads late. Node has the code that V8 made of it, which V8 takes with the flags that it had then. */
function loadNode(): readonly unknown[] {
  return [process.stdout, process.stderr, performance, parseArgs];
}

/** In a thread of the command: runs the file of the bundle that answers it. */
export function startThread(path: string): void {
  createLoader().load(`dist/bundle/${path}`);
}

function createLoader(): FileLoader {
  const locate = (path: string): string => join(packageRoot, path);
  const require = createRequire(join(packageRoot, 'package.json'));
  return new FileLoader({ locate, read: readAssetBytes, require }, codeEntry());
}

/** Undefined when none is wanted, or code that was compiled before would make a measurement of what has run wrong. */
function codeEntry(): CodeEntry | undefined {
  const { NODE_DISABLE_COMPILE_CACHE: off, NODE_V8_COVERAGE: coverage } = process.env;
  const folder = off || coverage ? undefined : cacheFolder();
  const id = folder === undefined ? undefined : readBuildId();
  if (folder === undefined || id === undefined) return undefined;
  // V8 keeps names of files with the code, so the package's place is in the key as well.
  const parts = [packageRoot, id, process.version, process.platform, process.arch, cachedDataVersionTag()];
  return { store: createCodeFolder(folder), key: createHash('sha256').update(JSON.stringify(parts)).digest('hex') };
}
