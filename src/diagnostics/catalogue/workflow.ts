import { entry } from './entry.js';

export const workflowEntries = {
  'workflow/duplicate-name': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) =>
      name === 'input'
        ? '`input` is the name of the workflow’s input'
        : `the name ${JSON.stringify(name)} is given twice in this workflow`,
    help: () => 'steps and the names in their `outputs` are one namespace: choose another name',
  }),
  'workflow/unknown-callee': entry<{ kind: 'tool' | 'workflow'; name: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ kind, name }) => `the contract has no ${kind} ${JSON.stringify(name)}`,
    help: ({ suggestion }) => (suggestion === undefined ? undefined : `did you mean \`${suggestion}\`?`),
  }),
  'workflow/cycle': entry<{ cycle: readonly string[] }>({
    severity: 'error',
    message: ({ cycle }) => `the workflow runs itself: ${cycle.join(' -> ')}`,
    help: () => 'a workflow ends; let a step’s tool repeat what must be repeated',
  }),
  'workflow/unknown-source': entry<{ name: string; isLater: boolean; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ name, isLater }) =>
      isLater
        ? `${JSON.stringify(name)} comes from a later step`
        : `${JSON.stringify(name)} is neither \`input\` nor an earlier step nor a name that one gives`,
    help: ({ suggestion, isLater }) =>
      isLater
        ? 'move that step before this one'
        : suggestion === undefined
          ? undefined
          : `did you mean \`${suggestion}\`?`,
  }),
  'workflow/absent-part': entry<{ from: string; place: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ from, place }) => `${from} never has anything at \`${place}\``,
    help: ({ suggestion }) =>
      suggestion === undefined ? 'correct the pointer, or the schema' : `did you mean \`${suggestion}\`?`,
  }),
  'workflow/no-result': entry<{ step: string; callee: string }>({
    severity: 'error',
    message: ({ step, callee }) =>
      `the step ${JSON.stringify(step)} has no result to use: the workflow ${JSON.stringify(callee)} has no \`outputs\``,
    help: () => 'give that workflow `outputs` and an `outputSchema`',
  }),
  'workflow/mapping': entry<{
    target: string;
    reasons: readonly string[];
    certain: boolean;
    mend?: string | undefined;
  }>({
    severity: 'error',
    message: ({ target, reasons, certain }) =>
      `${certain ? 'this does not fit' : 'this cannot be shown to fit'} ${target}: ${reasons.join('; ')}`,
    help: ({ mend }) => mend,
  }),
  'workflow/fallback': entry<{ fallback: string; tool: string; reasons: readonly string[] }>({
    severity: 'error',
    message: ({ fallback, tool, reasons }) =>
      `the result of ${JSON.stringify(fallback)} cannot stand in for that of ${JSON.stringify(tool)}: ${reasons.join('; ')}`,
    help: () => 'what later steps use must be there whichever tool answers: choose another fallback, or use `skip`',
  }),
  'workflow/condition': entry<{ problem: string; help?: string | undefined }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'workflow/rollback': entry<{ problem: string; mend: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ mend }) => mend,
  }),
  'workflow/position': entry<{ tool: string; position: 'source' | 'sink' }>({
    severity: 'error',
    message: ({ tool, position }) =>
      position === 'sink'
        ? `a later step uses the result of ${JSON.stringify(tool)}, which is said to be a sink`
        : `${JSON.stringify(tool)} is fed by an earlier step, and is said to be a source`,
    help: () => 'correct its `pipeline_position`, or the workflow',
  }),
  'workflow/no-retry-package': entry<{ name: string }>({
    severity: 'warning',
    message: ({ name }) =>
      `steps are tried again with the package ${JSON.stringify(name)}, and package.json does not ask for it`,
    help: ({ name }) => `run \`npm install ${name}@3\``,
  }),
};
