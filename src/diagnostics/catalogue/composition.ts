import { entry } from './entry.js';

export const compositionEntries = {
  'composition/unknown-tool': entry<{
    name: string;
    field: string;
    isWorkflow: boolean;
    suggestion?: string | undefined;
  }>({
    severity: 'error',
    message: ({ name, field, isWorkflow }) =>
      `\`${field}\` names ${isWorkflow ? 'the workflow' : 'the tool'} ${JSON.stringify(name)}, ${
        isWorkflow ? 'which the server does not offer as a tool' : 'and the contract has none'
      }`,
    help: ({ suggestion, isWorkflow }) => {
      if (isWorkflow) return 'say `expose: tool` in the workflow, or remove the entry';
      return suggestion === undefined
        ? 'name a tool of this contract, or remove the entry'
        : `did you mean \`${suggestion}\`?`;
    },
  }),
  'composition/unknown-schema': entry<{ name: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ name }) =>
      `\`output_compatibility\` names the schema ${JSON.stringify(name)}, and \`schemas\` has none`,
    help: ({ suggestion }) =>
      suggestion === undefined ? 'name a shared schema of this contract' : `did you mean \`${suggestion}\`?`,
  }),
  'composition/no-output': entry<{ tool: string; field: string }>({
    severity: 'error',
    message: ({ tool, field }) =>
      `\`${field}\` speaks of the results of ${JSON.stringify(tool)}, which has no \`outputSchema\``,
    help: ({ field }) => `say what it returns with \`outputSchema\`, or remove \`${field}\``,
  }),
  'composition/incompatible': entry<{ from: string; to: string; reasons: readonly string[]; certain: boolean }>({
    severity: 'error',
    message: ({ from, to, reasons, certain }) =>
      `${from} ${certain ? 'is not always' : 'cannot be shown to be always'} ${to}: ${reasons.join('; ')}`,
  }),
  'composition/absent-part': entry<{ from: string; place: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ from, place }) => `${from} never has anything at \`${place}\``,
    help: ({ suggestion }) =>
      suggestion === undefined ? 'correct the pointer, or the schema' : `did you mean \`${suggestion}\`?`,
  }),
  'composition/mapping-unused': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) =>
      `\`mappings\` has an entry for ${JSON.stringify(name)}, which \`composable_with\` does not name`,
    help: ({ name }) => `add \`${name}\` to \`composable_with\`, or remove the mapping`,
  }),
  'composition/position': entry<{ tool: string; position: string; problem: string }>({
    severity: 'error',
    message: ({ tool, position, problem }) => `${JSON.stringify(tool)} is said to be a ${position}, ${problem}`,
    help: () => 'correct `pipeline_position`, or what contradicts it',
  }),
  'composition/not-parallelizable': entry<{ tool: string; because: string }>({
    severity: 'error',
    message: ({ tool, because }) =>
      `calls of ${JSON.stringify(tool)} cannot run at the same time, as \`parallelizable\` says: ${because}`,
    help: () => 'say `parallelizable: false`, or correct the other declaration',
  }),
  'composition/stateful': entry<{ tool: string }>({
    severity: 'error',
    message: ({ tool }) =>
      `${JSON.stringify(tool)} is \`stateful\`, so earlier calls change its results, and \`deterministic\`, so they do not`,
    help: () => 'one of the two is wrong',
  }),
};
