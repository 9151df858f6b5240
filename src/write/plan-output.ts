import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Host, HostError } from '../host/host.js';
import { checkRequest } from './check-request.js';
import { type LockFile, lockFileName, parseLockFile } from './lock-file.js';
import { findObstacles, notAFolder } from './obstacles.js';
import type { OutputPlan, OutputRequest, PlannedFile } from './output-plan.js';
import { planAuthorFile } from './plan-author-file.js';
import { planGenerated } from './plan-generated.js';
import { workPlaceOf } from './work-place.js';

/** What a lock file of 16,384 tools does not reach. */
const maxLockBytes = 32 * 1024 * 1024;

/**
 * Compares one generation with the disk and says what has to happen with each file. Reads only. Problems of the
 * project (edited files, links, a lock file that cannot be read) are diagnostics; a request that breaks the rules of
 * `checkRequest` is a bug of ours and throws.
 */
export function planOutput(host: Host, request: OutputRequest): OutputPlan {
  const plan = planWhileLocked(host, request);
  const { work, lock } = workPlaceOf(request.output);
  const trace = [work, lock].find((path) => exists(host, path));
  if (trace === undefined) return plan;
  return { ...plan, diagnostics: [...plan.diagnostics, diagnose('output/interrupted', { path: trace })] };
}

/** Unreadable counts as absent: what is wrong there has been said by the comparison. */
function exists(host: Host, path: string): boolean {
  try {
    return host.kindOf(path) !== 'absent';
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

/** As `planOutput`, for the build that holds the lock: its own traces are no sign of another one. */
export function planWhileLocked(host: Host, request: OutputRequest): OutputPlan {
  checkRequest(request);
  try {
    return compare(host, request);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const diagnostics = [diagnose('output/unreadable', { path: error.path, reason: error.systemCode })];
    return { request, files: [], present: [], diagnostics };
  }
}

function compare(host: Host, request: OutputRequest): OutputPlan {
  const obstacles = findObstacles(host, request);
  const entries = obstacles.length > 0 ? [] : [...host.readFolder(request.output)];
  const strange = entries.flatMap(({ path, kind }) =>
    kind === 'file' ? [] : [notAFolder(path, kind, 'a plain file')],
  );
  if (obstacles.length + strange.length > 0) {
    return { request, files: [], present: [], diagnostics: [...obstacles, ...strange] };
  }
  const diagnostics: Diagnostic[] = [];
  const present = entries.map((each) => each.path);
  const lock = readLock(host, request, present, diagnostics);
  const files: PlannedFile[] = [
    ...planGenerated({ request, present: new Map(entries.map((each) => [each.path, each])), lock, diagnostics }),
    ...request.files.flatMap((file) => (file.kind === 'generated' ? [] : [planAuthorFile(host, file, diagnostics)])),
  ];
  return { request, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), present, diagnostics };
}

/** The lock file on disk; undefined when there is none, or none that can be read. */
function readLock(
  host: Host,
  request: OutputRequest,
  present: readonly string[],
  diagnostics: Diagnostic[],
): LockFile | undefined {
  const path = `${request.output}/${lockFileName}`;
  if (!present.includes(path)) return undefined;
  const parsed = readAndParse(host, path);
  if (parsed.ok) {
    const versions = { theirs: parsed.lock.mcpgen, ours: request.compilerVersion };
    if (versions.theirs !== versions.ours) diagnostics.push(diagnose('output/version-skew', versions));
    return parsed.lock;
  }
  const severity = request.force ? 'warning' : 'error';
  diagnostics.push(diagnose('output/lock-unreadable', { path, problem: parsed.problem }, { severity }));
  return undefined;
}

function readAndParse(host: Host, path: string): ReturnType<typeof parseLockFile> {
  try {
    return parseLockFile(new TextDecoder().decode(host.readFile(path, { maxBytes: maxLockBytes })));
  } catch (error) {
    if (error instanceof HostError && error.systemCode === 'EFBIG') return { ok: false, problem: 'it is too large' };
    throw error;
  }
}
