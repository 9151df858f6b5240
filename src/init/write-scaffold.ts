import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { type Host, HostError } from '../host/host.js';

/**
 * Writes all the files below `folder` (empty for the root itself), or none. What stands where one of them belongs is
 * a finding that names it, and so is a refusal of the file system; in both cases everything is as it was.
 */
export function writeScaffold(host: Host, folder: string, files: readonly EmittedFile[]): Report {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inTheWay = new Set(files.flatMap(({ path }) => obstacle(host, prefix + path) ?? []));
  if (inTheWay.size > 0) {
    const paths = [...inTheWay].sort().map((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : path));
    return refused(diagnose('project/already-there', { paths }));
  }
  return host.uninterrupted(() => writeAll(host, prefix, files));
}

function writeAll(host: Host, prefix: string, files: readonly EmittedFile[]): Report {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      host.writeFile(prefix + path, new TextEncoder().encode(text), { exclusive: true });
      written.push(prefix + path);
    }
  } catch (error) {
    for (const path of written.reverse()) host.remove(path);
    if (!(error instanceof HostError)) throw error;
    return refused(diagnose('output/write-failed', { path: error.path, reason: error.systemCode }));
  }
  return { diagnostics: [], files: files.map(({ path }) => ({ path, status: 'created' })) };
}

function refused(diagnostic: Diagnostic): Report {
  return { diagnostics: [diagnostic], files: [] };
}

/** The first thing on the way to the path that is no folder, which may be what stands at the path itself. */
function obstacle(host: Host, path: string): string | undefined {
  const parts = path.split('/');
  for (const length of parts.keys()) {
    const at = parts.slice(0, length + 1).join('/');
    const kind = host.kindOf(at);
    if (kind === 'absent') return undefined;
    if (kind !== 'directory' || at === path) return at;
  }
  return undefined;
}
