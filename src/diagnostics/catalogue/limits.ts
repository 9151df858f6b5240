import { entry } from './entry.js';

export const limitEntries = {
  'limits/exceeded': entry<{
    subject: string;
    value: number;
    limit: number;
    setting: string;
    hard: number;
    /** What is counted: one, several. */
    unit: readonly [string, string];
    /** Counting stopped at the value. */
    atLeast: boolean;
  }>({
    severity: 'error',
    message: ({ subject, value, limit, unit: [one, several], atLeast }) =>
      `${subject} has ${atLeast ? 'at least ' : ''}${counted(value)} ${value === 1 ? one : several}, and the limit is ${counted(limit)}`,
    help: ({ setting, limit, hard }) =>
      limit < hard
        ? `reduce it, or raise \`limits.${setting}\` in mcpgen.yaml (at most ${counted(hard)})`
        : `reduce it: \`limits.${setting}\` in mcpgen.yaml is at its maximum`,
  }),
  'limits/deadline': entry<{ seconds: number; stage: string; subject?: string | undefined; hard: number }>({
    severity: 'error',
    message: ({ seconds, stage, subject }) =>
      `the build took more than ${counted(seconds)} ${seconds === 1 ? 'second' : 'seconds'}; it was ${stage}${subject === undefined ? '' : ` (${subject})`}`,
    help: ({ hard }) =>
      `split the contract into several servers, or raise \`limits.seconds\` in mcpgen.yaml (at most ${counted(hard)})`,
  }),
  'limits/findings': entry<{ count: number; subject: string }>({
    severity: 'info',
    message: ({ count, subject }) =>
      `${counted(count)} more ${count === 1 ? 'finding' : 'findings'} in ${subject} ${count === 1 ? 'is' : 'are'} not listed`,
    help: () => 'mend the listed ones first',
  }),
};

/** Digits in groups of three, as people count them: 16,384. */
function counted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
