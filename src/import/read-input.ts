import { diagnose } from '../diagnostics/catalogue.js';
import type { Result } from '../diagnostics/result.js';
import { SourceFile } from '../diagnostics/source-file.js';

/** The largest answer that is tried: far beyond any real one, far below what exhausts memory. */
export const maxInputBytes = 64 * 1024 * 1024;

/** The bytes of an answer as text: UTF-8, or UTF-16 with the mark that some shells write in front of it. */
export function decodeInput(path: string, bytes: Uint8Array): Result<SourceFile> {
  if (bytes.length > maxInputBytes) return tooLarge(path, bytes.length);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { ok: true, value: new SourceFile(path, text), diagnostics: [] };
  } catch {
    const diagnostic = diagnose('import/not-json', { problem: 'it is not UTF-8' }, { span: startOf(path) });
    return { ok: false, diagnostics: [diagnostic] };
  }
}

/** The finding about an answer of more than 64 MB. */
export function tooLarge(path: string, size: number): { ok: false; diagnostics: ReturnType<typeof diagnose>[] } {
  const params = { what: 'bytes of the answer', value: size, limit: maxInputBytes };
  return { ok: false, diagnostics: [diagnose('import/too-large', params, { span: startOf(path) })] };
}

function startOf(path: string) {
  return { file: new SourceFile(path, ''), start: 0, end: 0 };
}
