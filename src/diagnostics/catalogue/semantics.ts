import { entry } from './entry.js';

export const semanticsEntries = {
  'semantics/annotation-contradicts': entry<{ hint: string; written: boolean; because: string }>({
    severity: 'error',
    message: ({ hint, written, because }) => `\`${hint}: ${written}\` promises more than the semantics do: ${because}`,
    help: ({ hint, written }) =>
      `remove \`${hint}\`, which is derived from the semantics, or say \`${!written}\`; correct the semantics if they are wrong`,
  }),
  'semantics/latencies-out-of-order': entry<{ lower: string; upper: string; low: number; high: number }>({
    severity: 'error',
    message: ({ lower, upper, low, high }) => `\`${upper}\` is ${high}, and \`${lower}\` is ${low}, which is more`,
    help: () => 'calls that are answered within the smaller share of time cannot take longer',
  }),
  'semantics/repeated': entry<{ what: string; value: string }>({
    severity: 'error',
    message: ({ what, value }) => `the ${what} ${JSON.stringify(value)} is listed twice`,
    help: () => 'remove one of the two',
  }),
};
