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
      `${path} implements ${JSON.stringify(tool)}, which no manifest declares; it serves ${JSON.stringify(candidate)}, which seems to be its new name`,
    help: ({ candidate }) =>
      `say \`export const tool = '${candidate}'\` there, and import its types from the new module; if they are two tools, delete the file or move it out of the handlers folder`,
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
    help: ({ tool }) => `say \`export const tool = '${tool}'\` there, or give the file another name`,
  }),
  'handlers/not-literal': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `the \`tool\` that ${path} exports is not a string literal, so its tool is not known`,
    help: () =>
      "write the wire name itself, as in `export const tool = 'create_ticket'`: mcpgen reads handlers and never runs them",
  }),
  'handlers/not-a-file': entry<{ path: string; tool: string; kind: string }>({
    severity: 'error',
    message: ({ path, tool, kind }) =>
      `${path} is where the handler of ${JSON.stringify(tool)} belongs, and it is ${kind}`,
    help: () => 'put a regular file there: mcpgen follows no links and writes through none',
  }),
  'handlers/syntax': entry<{ path: string; problem: string }>({
    severity: 'error',
    message: ({ path, problem }) => `${path} is not valid TypeScript: ${problem}`,
    help: () => 'mcpgen reads handlers to see what is there, and cannot read this one',
  }),
};
