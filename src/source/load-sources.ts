import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Result } from '../diagnostics/result.js';
import { SourceFile } from '../diagnostics/source-file.js';
import { type Host, type HostContent, HostError } from '../host/host.js';
import type { Deadline } from '../limits/deadline.js';
import { exceeded } from '../limits/exceeded.js';
import type { Limits } from '../limits/limits.js';
import { type ParseFiles, parseFiles } from './parse-files.js';
import type { SourceDoc } from './source-doc.js';

/** What could be read, and findings about the rest. */
export interface LoadedSources {
  readonly docs: readonly SourceDoc[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and parses every manifest below a folder, in the order of their paths. A link is followed if it stays inside the project; any
 * other, a pipe or a device is refused. A broken file does not hide the findings of the others.
 */
export function loadSources(
  host: Host,
  folder: string,
  limits: Limits,
  deadline: Deadline,
  parse: ParseFiles = parseFiles,
): LoadedSources {
  const entries = [...host.readFolder(folder)]
    // `.#tools.yaml` is how Emacs marks a file that it has changes of: a link that leads nowhere.
    .filter(({ path }) => /\.(ya?ml|json)$/i.test(path) && !/(^|\/)\.#[^/]*$/.test(path));
  if (entries.length === 0) return { docs: [], diagnostics: [diagnose('project/no-manifests', { folder })] };
  if (entries.length > limits.manifestFiles) {
    return { docs: [], diagnostics: [exceeded('manifestFiles', entries.length, limits)] };
  }
  const diagnostics: Diagnostic[] = [];
  const files: SourceFile[] = [];
  let bytes = 0;
  for (const { path, kind, read } of entries) {
    deadline.check('reading the manifests', path);
    const file = kind === 'file' ? decodeSource(path, read, limits) : readSource(host, path, limits);
    diagnostics.push(...file.diagnostics);
    if (!file.ok || file.value === undefined) continue;
    bytes += Buffer.byteLength(file.value.text);
    if (bytes > limits.totalBytes) {
      diagnostics.push(exceeded('totalBytes', bytes, limits, { atLeast: true }));
      break;
    }
    files.push(file.value);
  }
  const parsed = parse(files, limits, deadline);
  diagnostics.push(...parsed.flatMap((each) => each.diagnostics));
  return { docs: parsed.flatMap(({ rest }) => rest ?? []), diagnostics };
}

/** Reads one text file, or says why not; undefined when there is none. */
export function readSource(host: Host, path: string, limits: Limits): Result<SourceFile | undefined> {
  return decodeSource(path, (options) => host.readFile(path, options), limits);
}

function decodeSource(path: string, read: HostContent['read'], limits: Limits): Result<SourceFile | undefined> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = read({ maxBytes: limits.manifestBytes });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.systemCode === 'EFBIG') {
      const span = { file: new SourceFile(path, ''), start: 0, end: 0 };
      const finding = exceeded('manifestBytes', limits.manifestBytes + 1, limits, { span, atLeast: true });
      return { ok: false, diagnostics: [finding] };
    }
    return { ok: false, diagnostics: [diagnose('project/unreadable', { path, reason: error.systemCode })] };
  }
  if (bytes === undefined) return { ok: true, value: undefined, diagnostics: [] };
  try {
    return {
      ok: true,
      value: new SourceFile(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      diagnostics: [],
    };
  } catch {
    return { ok: false, diagnostics: [notUtf8(path, bytes)] };
  }
}

/** Points at the first byte that is none, unless the whole file is in another encoding. */
function notUtf8(path: string, bytes: Uint8Array): Diagnostic {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = isUtf16 ? '' : new TextDecoder().decode(bytes);
  const start = Math.max(0, text.indexOf('\ufffd'));
  const span = { file: new SourceFile(path, text), start, end: start + 1 };
  const help = isUtf16 ? 'it seems to be UTF-16: save it as UTF-8' : undefined;
  return diagnose('yaml/not-utf8', {}, { span, help });
}
