import { entry } from './entry.js';

/** What the codes of the operating system mean. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied (EACCES)',
  EPERM: 'permission is denied (EPERM)',
  EISDIR: 'it is a folder',
  EINVAL: 'it is a pipe or device',
  ENOTDIR: 'it, or a part of its path, is not a folder',
  ELOOP: 'it is a symbolic link',
  OUTSIDE: 'it is a symbolic link that leaves the project',
};

export const projectEntries = {
  'project/no-config': entry<{ folder: string; other?: string | undefined }>({
    severity: 'error',
    message: ({ folder }) => `there is no mcpgen.yaml in ${folder}`,
    help: ({ other }) =>
      other === undefined
        ? 'run `mcpgen init` for a new project, or name the project folder with `--dir`'
        : `rename ${other} to mcpgen.yaml`,
  }),
  'project/no-manifests': entry<{ folder: string }>({
    severity: 'warning',
    message: ({ folder }) => `there is no manifest in ${folder}/`,
    help: ({ folder }) => `add one, for example ${folder}/tools.yaml; files end in .yaml, .yml or .json`,
  }),
  'project/unreadable': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `cannot read ${path}: ${reasons[reason] ?? reason}`,
  }),
  'project/path-outside': entry<{ field: string; path: string }>({
    severity: 'error',
    message: ({ field, path }) => `\`${field}\` is ${JSON.stringify(path)}, which is not below the project folder`,
    help: () => 'use a place below the folder that holds mcpgen.yaml, written with `/` and without `..`',
  }),
  'project/paths-overlap': entry<{ field: string; other: string }>({
    severity: 'error',
    message: ({ field, other }) => `\`${field}\` and \`${other}\` lie inside one another`,
    help: () => 'generated files, manifests and handlers need a folder each: a build owns all of its output folder',
  }),
  'project/already-there': entry<{ paths: readonly string[] }>({
    severity: 'error',
    message: ({ paths }) => `a new project would replace what is there: ${paths.join(', ')}`,
    help: () => 'nothing was written; choose another folder, or move these away',
  }),
};
