import type { EmittedFile } from '../../src/emit/emitted-file.js';
import type { Host } from '../../src/host/host.js';
import type { WriteReport } from '../../src/write/check-output.js';
import type { OutputRequest } from '../../src/write/output-plan.js';
import { planOutput } from '../../src/write/plan-output.js';
import { writeOutput } from '../../src/write/write-output.js';

export const modelDigest = 'sha256-bW9kZWw=';

/** A request for generated files (by path below `generated/`), with whatever else a test needs. */
export function requestOf(
  generated: Readonly<Record<string, string>>,
  more: { files?: readonly EmittedFile[]; force?: boolean; compilerVersion?: string; output?: string } = {},
): OutputRequest {
  const { files = [], force = false, compilerVersion = '1.0.0', output = 'generated' } = more;
  const own = Object.entries(generated).map(
    ([path, text]): EmittedFile => ({ path: `${output}/${path}`, kind: 'generated', text }),
  );
  return { files: [...own, ...files], output, compilerVersion, modelDigest, force };
}

export function once(path: string, text: string): EmittedFile {
  return { path, kind: 'once', text };
}

export function completed(path: string, text: string): EmittedFile {
  return { path, kind: 'completed', text };
}

export function build(host: Host, request: OutputRequest): WriteReport {
  return writeOutput(host, planOutput(host, request));
}

export function statusesOf(report: WriteReport): Record<string, string> {
  return Object.fromEntries(report.files.map((each) => [each.path, each.status]));
}

export function codesOf(report: WriteReport): string[] {
  return report.diagnostics.map((each) => each.code);
}

export function write(host: Host, path: string, text: string): void {
  host.writeFile(path, new TextEncoder().encode(text));
}
