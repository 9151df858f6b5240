import { configFile } from '../config/config-file.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { Host } from '../host/host.js';
import { BuildMemory } from '../memory/build-memory.js';
import { buildProject } from './build-project.js';
import {
  changesBetween,
  describeChanges,
  type InputSnapshot,
  isSameFolders,
  takeSnapshot,
  withOwnFiles,
} from './input-snapshot.js';
import { watchInputs } from './input-watcher.js';
import { withSecondThread } from './second-thread.js';

export interface WatchOptions {
  readonly force: boolean;
  readonly report: (report: Report) => Promise<void>;
  /** Gets what a build threw; the watch goes on, since the next save may bring something better. */
  readonly fail: (error: unknown) => void;
  readonly say: (text: string) => void;
  /** Ends the watch, after the build that is running. */
  readonly signal: AbortSignal;
}

const defaultFolders = ['manifests', 'src/handlers'];

/**
 * Builds, then builds again whenever mcpgen.yaml, a manifest or a handler is not as the last build read it. Snapshots decide
 * that, taken before each build and compared after it: the events of the system only tell when to look. So nothing that is saved
 * during a build is missed, and neither a save without a change nor a stub that the build wrote starts another one.
 */
export async function watchProject(host: Host, options: WatchOptions): Promise<void> {
  const { signal, say } = options;
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const watchFolders = (folders: readonly string[]) =>
    watchInputs(host.root, folders, (code) => {
      say(`the system cannot watch these files (${code}): looking for changes every second\n`);
    });

  let watcher = await watchFolders(takeSnapshot(host, defaultFolders).folders);
  let seen: InputSnapshot | undefined;
  let memory = new BuildMemory();
  while (!signal.aborted) {
    const now = takeSnapshot(host, watcher.folders);
    if (!isSameFolders(now.folders, watcher.folders)) {
      await watcher.close();
      watcher = await watchFolders(now.folders);
      continue;
    }
    const changes = seen === undefined ? [] : changesBetween(seen, now);
    if (seen !== undefined && changes.length === 0) {
      await Promise.race([watcher.next(), ended]);
      continue;
    }
    if (changes.some(({ path }) => path === configFile)) memory = new BuildMemory();
    if (changes.length > 0) say(`\n${describeChanges(changes)}\n`);
    seen = withOwnFiles(now, host, await build(host, memory, options));
    say('watching for changes\n');
  }
  await watcher.close();
}

/** One build, reported without what it left alone. Gives back the files that it wrote. */
async function build(host: Host, memory: BuildMemory, { force, report, fail }: WatchOptions): Promise<string[]> {
  try {
    const { diagnostics, files } = await withSecondThread(({ parse, emit }) =>
      buildProject(host, { check: false, force, memory, parse, emitElsewhere: emit }),
    );
    memory.endBuild();
    await report({ diagnostics, files: files.filter(({ status }) => status !== 'unchanged') });
    return files.filter(({ status }) => status === 'created' || status === 'updated').map(({ path }) => path);
  } catch (error) {
    fail(error);
    return [];
  }
}
