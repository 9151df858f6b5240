import { entry } from './entry.js';

export const resourceEntries = {
  'resources/uri': entry<{ uri: string; problem: string; help: string }>({
    severity: 'error',
    message: ({ uri, problem }) => `the URI ${JSON.stringify(uri)} ${problem}`,
    help: ({ help }) => help,
  }),
  'resources/duplicate-uri': entry<{ uri: string; other: string }>({
    severity: 'error',
    message: ({ uri, other }) => `the resource ${JSON.stringify(other)} has the URI ${JSON.stringify(uri)} already`,
    help: () => 'give one of the two another URI: a client reads a resource by its URI alone',
  }),
  'resources/template': entry<{ template: string; problem: string; help: string }>({
    severity: 'error',
    message: ({ template, problem }) => `${JSON.stringify(template)} cannot be served as a URI template: ${problem}`,
    help: ({ help }) => help,
  }),
  'resources/repeated-variable': entry<{ variable: string }>({
    severity: 'error',
    message: ({ variable }) => `the variable ${JSON.stringify(variable)} stands in this template twice`,
    help: () => 'rename one of the two: read back from a URI, they may differ',
  }),
  'resources/unknown-variable': entry<{ variable: string; suggestion?: string | undefined; known: readonly string[] }>({
    severity: 'error',
    message: ({ variable }) => `the template has no variable ${JSON.stringify(variable)}`,
    help: ({ suggestion, known }) => {
      if (suggestion !== undefined) return `did you mean \`${suggestion}\`?`;
      return known.length === 0 ? 'the template has no variables: remove `variables`' : `it has: ${known.join(', ')}`;
    },
  }),
  'resources/same-template': entry<{ other: string }>({
    severity: 'error',
    message: ({ other }) => `the template ${JSON.stringify(other)} stands for the same URIs`,
    help: () => 'change or remove one of the two: only one of them would ever be asked',
  }),
  'resources/overlap': entry<{ uri: string; template: string }>({
    severity: 'warning',
    message: ({ uri, template }) =>
      `the URI ${JSON.stringify(uri)} is also one of the template ${JSON.stringify(template)}, whose handler is never asked for it`,
    help: () => 'if the template can answer it as well, remove the resource; otherwise give it a URI of its own',
  }),
};

export const promptEntries = {
  'prompts/duplicate-argument': entry<{ argument: string }>({
    severity: 'error',
    message: ({ argument }) => `the argument ${JSON.stringify(argument)} is declared twice`,
    help: () => 'rename or remove one of the two',
  }),
};
