import { createHash, hash } from 'node:crypto';

/** What V8 has made of one file. */
export interface CompiledFile {
  readonly code: Uint8Array;
  /** Of the file's bytes and of the code: neither counts without the other. */
  readonly digest: string;
  /** Whether the program came to a good end with it. One that stopped early has compiled less of the file. */
  readonly complete: boolean;
}

/** What the first line says of a file: its code follows that of those before it. */
interface Row {
  readonly path: string;
  readonly digest: string;
  readonly complete: boolean;
  readonly size: number;
}

/** V8 copies what does not begin at a multiple of eight. */
const step = 8;

export function digestOfCode(source: Uint8Array, code: Uint8Array): string {
  return createHash('sha256').update(source).update(code).digest('hex');
}

/** One entry of the code folder, for all files by their paths. `key` is in it, so that no entry can stand in for another. */
export function packCode(key: string, files: ReadonlyMap<string, CompiledFile>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = sorted.map(([path, { digest, complete, code }]): Row => ({ path, digest, complete, size: code.length }));
  const text = JSON.stringify({ key, rows });
  const head = Buffer.from(`${hash('sha256', text)}\n${text}\n`);
  return Buffer.concat([padded(head), ...sorted.map(([, { code }]) => padded(code))]);
}

/**
 * The files of an entry; undefined when it is damaged, or one of another key. Whether the code is what the digest is of, who runs
 * it has to see: most programs need little of an entry.
 */
export function unpackCode(key: string, entry: Buffer): ReadonlyMap<string, CompiledFile> | undefined {
  const start = entry.indexOf('\n') + 1;
  const end = entry.indexOf('\n', start);
  if (start === 0 || end < 0) return undefined;
  const text = entry.toString('utf8', start, end);
  if (entry.toString('latin1', 0, start - 1) !== hash('sha256', text)) return undefined;
  const head = JSON.parse(text) as { readonly key: string; readonly rows: readonly Row[] };
  if (head.key !== key) return undefined;
  const files = new Map<string, CompiledFile>();
  let at = roundedUp(end + 1);
  for (const { path, digest, complete, size } of head.rows) {
    files.set(path, { digest, complete, code: entry.subarray(at, at + size) });
    at += roundedUp(size);
  }
  return files;
}

function padded(bytes: Uint8Array): Uint8Array {
  const rest = roundedUp(bytes.length) - bytes.length;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(rest)]);
}

function roundedUp(size: number): number {
  return Math.ceil(size / step) * step;
}
