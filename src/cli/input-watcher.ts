import { relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { configFile } from '../config/config-file.js';
import { isInput } from './input-snapshot.js';

/** Tells that inputs may have changed; what did, a snapshot shows. */
export interface InputWatcher {
  readonly folders: readonly string[];
  /** Resolves when something has happened since the last call, and nothing more for a moment. */
  next(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A save takes an editor several steps; one build after the last of them is enough. Longer than the 50 ms during which chokidar
 * swallows further events of the same file, so that a snapshot taken afterwards misses none.
 */
const quietMs = 60;

/** How often a system is asked that cannot tell of changes by itself. */
const pollMs = 1000;

/**
 * Watches mcpgen.yaml and the folders, which need not exist, from the project's root: that is always there, and sees folders
 * come and go and files replaced by a rename. Resolves when it misses nothing any more. Where the system refuses to watch,
 * `onRefusal` gets its error code, and it is asked every second instead.
 */
export async function watchInputs(
  root: string,
  folders: readonly string[],
  onRefusal: (code: string) => void,
): Promise<InputWatcher> {
  const bell = new Bell();
  let quiet: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;

  const watcher: FSWatcher = watch(root, {
    ignoreInitial: true,
    atomic: false,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (path) => !isOnTheWay(fromRoot(root, path), folders),
  });
  watcher.on('all', (_event, path) => {
    if (!isInput(fromRoot(root, path))) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => bell.ring(), quietMs);
  });
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
    watcher.on('error', (error) => {
      resolve();
      if (poll !== undefined) return;
      onRefusal((error as NodeJS.ErrnoException).code ?? String(error));
      poll = setInterval(() => bell.ring(), pollMs);
    });
  });
  return {
    folders,
    next: () => bell.rung(),
    close: async () => {
      clearTimeout(quiet);
      clearInterval(poll);
      await watcher.close();
    },
  };
}

/** True for what is watched and for the folders above it. The output is neither: no build can cause another one. */
function isOnTheWay(path: string, folders: readonly string[]): boolean {
  if (path === '' || path === configFile) return true;
  return folders.some((folder) => `${path}/`.startsWith(`${folder}/`) || folder.startsWith(`${path}/`));
}

function fromRoot(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** Rings that nobody waited for are kept, as one. */
class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async rung(): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#rung = false;
  }
}
