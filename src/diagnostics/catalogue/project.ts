import { entry } from './entry.js';

export const projectEntries = {
  'project/no-config': entry<{ folder: string }>({
    severity: 'error',
    message: ({ folder }) => `there is no mcpgen.yaml in ${folder}`,
    help: () => 'run `mcpgen init` for a new project, or name the project folder with `--dir`',
  }),
  'project/no-manifests': entry<{ folder: string }>({
    severity: 'warning',
    message: ({ folder }) => `there is no manifest in ${folder}/`,
    help: ({ folder }) => `add one, for example ${folder}/tools.yaml; files end in .yaml, .yml or .json`,
  }),
  'project/unreadable': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `cannot read ${path} (${reason})`,
  }),
  'project/path-outside': entry<{ field: string; path: string }>({
    severity: 'error',
    message: ({ field, path }) => `\`${field}\` is ${JSON.stringify(path)}, which is outside the project`,
    help: () => 'use a folder below the one that holds mcpgen.yaml, written with `/` and without `..`',
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
