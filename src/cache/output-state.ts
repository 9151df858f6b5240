import { createHash, type Hash } from 'node:crypto';
import type { Host } from '../host/host.js';
import { withLf } from '../write/digest.js';
import type { OutputPlan } from '../write/output-plan.js';
import { workPlaceOf } from '../write/work-place.js';

/** A complete output: one digest of all files in its folder. */
export interface OutputState {
  readonly folder: string;
  readonly digest: string;
}

/**
 * The output after its plan has been carried out. Undefined when the plan had something to say, which it would not say again, or
 * when there is more in the folder than mcpgen wrote.
 */
export function outputAfter({ request, files, present, diagnostics }: OutputPlan): OutputState | undefined {
  if (diagnostics.length > 0) return undefined;
  const hash = createHash('sha256');
  const own = new Set<string>();
  for (const { path, owner, change, after } of files) {
    if (owner === 'author') {
      if (change === 'extra') return undefined;
      continue;
    }
    own.add(path);
    if (after !== undefined) add(hash, path, after);
  }
  return present.every((path) => own.has(path)) ? { folder: request.output, digest: hash.digest('hex') } : undefined;
}

/** Whether exactly this output is there, and no trace of a build that is running or was killed. */
export function isOutputSo(host: Host, { folder, digest }: OutputState): boolean {
  const { work, lock } = workPlaceOf(folder);
  if (host.kindOf(work) !== 'absent' || host.kindOf(lock) !== 'absent') return false;
  const hash = createHash('sha256');
  for (const each of host.readFolder(folder)) {
    const bytes = each.read();
    if (bytes === undefined) return false;
    add(hash, each.path, bytes);
  }
  return hash.digest('hex') === digest;
}

/** As the lock file counts: a checkout with other line ends is the same output. */
function add(hash: Hash, path: string, content: Uint8Array | string): void {
  const bytes = withLf(content);
  hash.update(JSON.stringify([path, bytes.length])).update(bytes);
}
