import type { Host } from '../host/host.js';
import { undoKilledReplacement } from './replace-files.js';
import { workPlaceOf } from './work-place.js';

/**
 * Tidies up after a build that was killed: whatever it had not made final is undone, and its work folder goes. The
 * caller holds the lock. The author's files need nothing: what is still missing there is planned again.
 */
export function recover(host: Host, output: string): void {
  const place = workPlaceOf(output);
  if (host.kindOf(place.work) === 'absent') return;
  if (host.kindOf(place.work) === 'directory' && !undoKilledReplacement(host, output, place)) {
    // Between the two renames: the only moment without an output folder.
    if (host.kindOf(output) === 'absent' && host.kindOf(place.previous) === 'directory') {
      host.rename(place.previous, output);
    }
  }
  host.removeTree(place.work);
}
