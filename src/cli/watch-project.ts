import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { configFile, readConfig } from '../config/read-config.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { Host } from '../host/host.js';
import { buildProject } from './build-project.js';

export interface WatchOptions {
  readonly force: boolean;
  readonly report: (report: Report) => void;
  readonly say: (text: string) => void;
  /** Ends the watch; without one it ends with the process. */
  readonly signal?: AbortSignal;
}

/** Editors write a file in several steps; one build after the last of them is enough. */
const quietMs = 60;

/**
 * Builds, then builds again after every change of mcpgen.yaml, a manifest or a handler. A failed build is reported, and the
 * next save tries again. The output is never watched, so a build cannot cause another one. Resolves when the watch has ended.
 */
export async function watchProject(host: Host, options: WatchOptions): Promise<void> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();

  const build = async () => {
    const because = [...changed].sort();
    changed.clear();
    if (because.length > 0) options.say(`${summary(because)} changed\n`);
    const report = await buildProject(host, { check: false, force: options.force });
    options.report({ ...report, files: report.files.filter((file) => file.status !== 'unchanged') });
    options.say('watching for changes\n');
  };
  const schedule = (path: string) => {
    changed.add(relative(host.root, path).split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(build);
    }, quietMs);
  };

  await build();
  const watcher = watch(watchedPaths(host), { ignoreInitial: true, atomic: true });
  watcher.on('all', (event, path) => {
    if (event !== 'addDir' && event !== 'unlinkDir') schedule(path);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.on('error', reject);
    options.signal?.addEventListener('abort', () => resolve(), { once: true });
  });
  clearTimeout(timer);
  await watcher.close();
  await building;
}

function watchedPaths(host: Host): string[] {
  const config = readConfig(host);
  const folders = config.ok ? [config.value.manifests, config.value.paths.handlers] : ['manifests', 'src/handlers'];
  return [configFile, ...folders].map((path) => join(host.root, path));
}

function summary(paths: readonly string[]): string {
  return paths.length <= 3 ? paths.join(', ') : `${paths.slice(0, 2).join(', ')} and ${paths.length - 2} more`;
}
