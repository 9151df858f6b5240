import { entry } from './entry.js';

/** What a handler implements; also the name of the export by which its file says so. */
type Kind = 'tool' | 'resource' | 'resourceTemplate' | 'prompt';

export const handlerEntries = {
  'handlers/orphan': entry<{ path: string; kind: Kind; name: string }>({
    severity: 'warning',
    message: ({ path, ...says }) => `${path} implements ${saying(says)}, which no manifest declares`,
    help: () => 'it is kept; delete it when it is of no more use',
  }),
  'handlers/renamed': entry<{ path: string; kind: Kind; name: string; candidate: string }>({
    severity: 'warning',
    message: ({ path, candidate, ...says }) =>
      `${path} implements ${saying(says)}, which no manifest declares; it serves ${JSON.stringify(candidate)}, which seems to be its new name`,
    help: ({ kind, candidate }) =>
      `say ${marker(kind, candidate)} there, and import its types from the new module; if they are two ${words[kind]}s, delete the file or move it out of the handlers folder`,
  }),
  'handlers/duplicate': entry<{ kind: Kind; name: string; path: string; other: string }>({
    severity: 'error',
    message: ({ path, other, ...says }) => `${path} and ${other} both implement ${saying(says)}`,
    help: ({ kind }) => `delete one, or change its \`export const ${kind}\``,
  }),
  'handlers/taken': entry<{ path: string; kind: Kind; name: string; says: { kind: Kind; name: string } }>({
    severity: 'error',
    message: ({ path, says, ...wanted }) =>
      `${path} is where the handler of ${saying(wanted)} belongs, and it implements ${saying(says)}`,
    help: ({ kind, name, says }) =>
      kind === says.kind
        ? `say ${marker(kind, name)} there, or give the file another name`
        : 'give the file another name, outside the folder',
  }),
  'handlers/not-literal': entry<{ path: string; kind: Kind }>({
    severity: 'error',
    message: ({ path, kind }) =>
      `the \`${kind}\` that ${path} exports is not a string literal, so its ${words[kind]} is not known`,
    help: ({ kind }) =>
      `write the wire name itself, as in ${marker(kind, examples[kind])}: mcpgen reads handlers and never runs them`,
  }),
  'handlers/not-a-file': entry<{ path: string; kind: Kind; name: string; found: string }>({
    severity: 'error',
    message: ({ path, found, ...wanted }) =>
      `${path} is where the handler of ${saying(wanted)} belongs, and it is ${found}`,
    help: () => 'put a regular file there: mcpgen follows no links and writes through none',
  }),
  'handlers/syntax': entry<{ path: string; problem: string }>({
    severity: 'error',
    message: ({ path, problem }) => `${path} is not valid TypeScript: ${problem}`,
    help: () => 'mcpgen reads handlers to see what is there, and cannot read this one',
  }),
};

const words: Readonly<Record<Kind, string>> = {
  tool: 'tool',
  resource: 'resource',
  resourceTemplate: 'resource template',
  prompt: 'prompt',
};

const examples: Readonly<Record<Kind, string>> = {
  tool: 'create_ticket',
  resource: 'house_rules',
  resourceTemplate: 'ticket',
  prompt: 'triage',
};

/** Tools are what handlers mostly implement: theirs are not called so each time. */
function saying({ kind, name }: { readonly kind: Kind; readonly name: string }): string {
  return `${kind === 'tool' ? '' : `the ${words[kind]} `}${JSON.stringify(name)}`;
}

function marker(kind: Kind, name: string): string {
  return `\`export const ${kind} = '${name}'\``;
}
