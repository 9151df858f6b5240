import { entry } from './entry.js';

export const handlerEntries = {
  'handlers/orphan': entry<{ path: string; tool: string }>({
    severity: 'warning',
    message: ({ path, tool }) => `${path} implements ${JSON.stringify(tool)}, which no manifest declares`,
    help: () => 'it is kept; delete it when it is of no more use',
  }),
  'handlers/renamed': entry<{ path: string; tool: string; candidate: string }>({
    severity: 'warning',
    message: ({ path, tool, candidate }) =>
      `${path} implements ${JSON.stringify(tool)}, which no manifest declares; ${JSON.stringify(candidate)} is new and has the same schemas`,
    help: ({ candidate }) =>
      `if it was renamed, say \`export const tool = '${candidate}'\` there; no stub was created for it`,
  }),
  'handlers/duplicate': entry<{ tool: string; path: string; other: string }>({
    severity: 'error',
    message: ({ tool, path, other }) => `${path} and ${other} both implement ${JSON.stringify(tool)}`,
    help: () => 'delete one, or change its `export const tool`',
  }),
  'handlers/taken': entry<{ path: string; tool: string; says: string }>({
    severity: 'error',
    message: ({ path, tool, says }) =>
      `${path} is where the handler of ${JSON.stringify(tool)} belongs, and it implements ${JSON.stringify(says)}`,
    help: ({ tool }) => `say \`export const tool = '${tool}'\` there, or move the file`,
  }),
  'handlers/syntax': entry<{ path: string; problem: string }>({
    severity: 'error',
    message: ({ path, problem }) => `${path} is not valid TypeScript: ${problem}`,
    help: () => 'mcpgen reads handlers to see what is there, and cannot read this one',
  }),
};
