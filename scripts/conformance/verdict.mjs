/** Scenarios that no implementation of a leg can pass with this version of the suite, and why. None of them is scored. */
const UNTESTABLE = {
  server: new Map([['tasks-status-notifications', 'the suite skips it itself, until it reads subscriptions/listen']]),
  client: new Map([]),
};

/**
 * 'passed', 'failed' or 'untestable', from the checks of one scenario (undefined: it could not be run). A scenario that checks
 * nothing has failed: the suite skips what it cannot reach.
 */
export function verdictOf(scenario, leg, checks) {
  if (checks === undefined) return verdict('failed', [], ['the scenario ended without a result']);
  const failures = checks.filter(({ status }) => status === 'FAILURE').map(said);
  const warnings = checks.filter(({ status }) => status === 'WARNING').map(said);
  const succeeded = checks.filter(({ status }) => status === 'SUCCESS').length;
  const untestable = UNTESTABLE[leg].get(scenario);
  if (failures.length === 0 && succeeded === 0) {
    const skipped = checks.filter(({ status }) => status === 'SKIPPED').map(said);
    if (untestable !== undefined) return verdict('untestable', warnings, [untestable], checks);
    return verdict('failed', warnings, ['nothing was checked', ...skipped], checks);
  }
  return verdict(failures.length === 0 ? 'passed' : 'failed', warnings, failures, checks);
}

function verdict(status, warnings, reasons, checks = []) {
  const count = (wanted) => checks.filter((check) => check.status === wanted).length;
  return { status, warnings, reasons, passed: count('SUCCESS'), failed: count('FAILURE'), skipped: count('SKIPPED') };
}

function said(check) {
  return `${check.id}: ${check.errorMessage ?? check.details?.reason ?? check.description}`;
}
