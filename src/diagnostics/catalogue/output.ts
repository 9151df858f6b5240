import { entry } from './entry.js';

export const outputEntries = {
  'output/edited': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `${path} was edited by hand since mcpgen wrote it`,
    help: () => 'move the change to a manifest or a handler, then build with `--force` to overwrite the file',
  }),
  'output/unowned': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `${path} was not written by mcpgen, and stands where a generated file belongs`,
    help: () => 'move it away, or build with `--force` to overwrite it',
  }),
  'output/extra': entry<{ path: string }>({
    severity: 'warning',
    message: ({ path }) => `${path} was not written by mcpgen; it is left alone`,
    help: () => 'the output folder belongs to mcpgen: move the file elsewhere',
  }),
  'output/stale': entry<{ stale: number; missing: number; extra: number; edited: number }>({
    severity: 'error',
    message: (counts) => {
      const parts = Object.entries(counts).flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${status}`]));
      return `the output is not what this contract compiles to: ${parts.join(', ')}`;
    },
    help: ({ stale, missing }) =>
      stale + missing > 0 ? 'run `mcpgen build` and commit what it writes' : 'see what is said of each file',
  }),
  'output/interrupted': entry<{ path: string }>({
    severity: 'warning',
    message: ({ path }) => `${path} is there: a build is running, or was killed`,
    help: () => 'wait for it to end; if there is none, run `mcpgen build`, which first tidies up after the killed one',
  }),
  'output/version-skew': entry<{ theirs: string; ours: string }>({
    severity: 'info',
    message: ({ theirs, ours }) => `the output was written by mcpgen ${theirs}, and this is mcpgen ${ours}`,
    help: () => 'commit the new output, and use one version for all who build',
  }),
  'output/lock-unreadable': entry<{ path: string; problem: string }>({
    severity: 'error',
    message: ({ path, problem }) => `${path} cannot be read: ${problem}`,
    help: () => 'restore it from version control (regenerate after a merge conflict), or build with `--force`',
  }),
  'output/unreadable': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `cannot read ${path} (${reason}), so nothing can be said about the output`,
  }),
  'output/not-a-folder': entry<{ path: string; kind: string; needed: 'a plain file' | 'a plain folder' }>({
    severity: 'error',
    message: ({ path, kind, needed }) => `${path} is ${kind}, and mcpgen writes only where it is ${needed} or nothing`,
    help: () => 'remove it, or set another folder in mcpgen.yaml',
  }),
  'output/changed-meanwhile': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `${path} changed while mcpgen was at work on it; nothing was written`,
    help: () => 'run the command again',
  }),
  'output/busy': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `another build is writing (${path} is held)`,
    help: () => 'wait for it to end; if there is none, remove that file',
  }),
  'output/write-failed': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `cannot write ${path} (${reason}); everything is as it was before`,
  }),
  'output/restore-failed': entry<{ path: string; reason: string; work: string }>({
    severity: 'error',
    message: ({ path, reason, work }) =>
      `cannot write ${path} (${reason}), nor put everything back; ${work} holds the rest`,
    help: () => 'mend the cause and build again: the next build first puts the previous output back',
  }),
};
