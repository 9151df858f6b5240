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
  'output/not-a-folder': entry<{ path: string; kind: string }>({
    severity: 'error',
    message: ({ path, kind }) => `${path} is ${kind}, and mcpgen writes only to plain files and folders`,
    help: () => 'remove it, or set another folder in mcpgen.yaml',
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
};
