import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import type { Host } from '../host/host.js';
import { isSameText } from './digest.js';
import { notAFolder } from './obstacles.js';
import type { PlannedFile } from './output-plan.js';

/**
 * Plans a file that belongs to the author: `once` is created when nothing at all is there, `completed` grows at its
 * end. A file that is not the beginning of its completed text was saved since it was read, and nothing is overwritten.
 */
export function planAuthorFile(host: Host, file: EmittedFile, diagnostics: Diagnostic[]): PlannedFile {
  const { path, text } = file;
  const owner = 'author';
  const kind = host.kindOf(path);
  if (kind === 'absent') return { path, owner, change: 'create', after: text };
  if (kind === 'directory' || kind === 'other' || (kind === 'symlink' && file.kind === 'completed')) {
    diagnostics.push(notAFolder(path, kind, 'a plain file'));
    return { path, owner, change: 'none', after: text };
  }
  if (file.kind === 'once') return { path, owner, change: 'none', after: text };
  const before = host.readFile(path) ?? new Uint8Array();
  const after = withByteOrderMark(before) && !text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
  if (isSameText(before, after)) return { path, owner, change: 'none', after };
  if (!isBeginning(before, after)) diagnostics.push(diagnose('output/changed-meanwhile', { path }));
  return { path, owner, change: 'update', before, after };
}

function withByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function isBeginning(before: Uint8Array, after: string): boolean {
  const whole = new TextEncoder().encode(after.replaceAll('\r\n', '\n'));
  const start = Buffer.from(before).toString('latin1').replaceAll('\r\n', '\n').length;
  return start <= whole.length && isSameText(before, whole.subarray(0, start));
}
