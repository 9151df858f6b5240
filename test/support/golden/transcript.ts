import type { Rendered } from '../../../src/cli/report.js';
import { readOwnPackage } from '../../../src/host/package-assets.js';

/** A command as somebody sees it at a terminal, and how it ended. */
export function transcript(argv: readonly string[], { stdout, stderr }: Rendered, exitCode: number | null): string {
  const data = stdout === '' ? '' : `--- stdout\n${stdout}`;
  return scrub(`$ mcpgen ${argv.join(' ')}\n${stderr}${data}--- exit ${exitCode}\n`);
}

/**
 * Without what changes for reasons of its own: the compiler's version, digests, and the runtime modules that a build copies
 * (they have tests of their own).
 */
export function scrub(text: string): string {
  return text
    .replaceAll(readOwnPackage().version, '<version>')
    .replace(/sha256-[A-Za-z0-9+/]+=*/g, 'sha256-<digest>')
    .replace(/^created +generated\/runtime\/.*\n/gm, '');
}
