import type { Reason } from '../flow/flow.js';

/** Why a value does not fit, one line a reason. */
export function describeReasons(reasons: readonly Reason[]): string[] {
  return reasons.map(({ path, produced, needed }) => {
    const place = path === '' ? '' : `at \`${path}\` `;
    return `${place}there is ${produced}, and ${needed} is needed`;
  });
}

/** Whether some value surely does not fit; otherwise it only could not be shown that all do. */
export function isCertain(reasons: readonly Reason[]): boolean {
  return reasons.some((each) => each.certain);
}
