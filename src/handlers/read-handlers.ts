import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceFile } from '../diagnostics/source-file.js';
import { type Host, type HostContent, HostError } from '../host/host.js';
import type { BuildMemory } from '../memory/build-memory.js';
import type { Model } from '../model/model.js';
import type { Handled } from './handled.js';
import { inspecting } from './handler-memory.js';
import { standardPath } from './handler-paths.js';
import type { HandlerFile } from './inspect-file.js';

/** What stands below the handlers folder, in the order of paths, and what could not be read there. */
export interface FoundHandlers {
  readonly files: readonly HandlerFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every TypeScript module of the author below the handlers folder, without running any. */
export function readHandlers(host: Host, model: Model, all: readonly Handled[], memory?: BuildMemory): FoundHandlers {
  const inspect = inspecting(memory);
  const files: HandlerFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const attempt = <T>(path: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      diagnostics.push(diagnose('project/unreadable', { path, reason: error.systemCode }));
      return undefined;
    }
  };
  for (const { path, read } of attempt(model.paths.handlers, () => listModules(host, model, all)) ?? []) {
    const bytes = attempt(path, () => read());
    if (bytes === undefined) continue;
    const source = decode(path, bytes);
    const found =
      source === undefined
        ? { problem: 'it is not UTF-8 text', span: { file: new SourceFile(path, ''), start: 0, end: 0 } }
        : inspect(source);
    if ('problem' in found) {
      diagnostics.push(diagnose('handlers/syntax', { path, problem: found.problem }, { span: found.span }));
    } else files.push(found);
  }
  return { files, diagnostics };
}

/** Declarations and tests are no handlers, unless the standard file of something is called like one. */
function listModules(host: Host, model: Model, all: readonly Handled[]): HostContent[] {
  const standard = new Set(all.map((each) => standardPath(model, each)));
  return [...host.readFolder(model.paths.handlers)].filter(
    ({ path, kind }) =>
      kind === 'file' && path.endsWith('.ts') && (standard.has(path) || !/\.(?:d|test|spec)\.ts$/.test(path)),
  );
}

function decode(path: string, bytes: Uint8Array): SourceFile | undefined {
  try {
    // A byte order mark stays in the text: a file that is completed keeps it.
    return new SourceFile(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
