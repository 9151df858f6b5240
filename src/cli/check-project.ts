import { observe } from '../cache/observing-host.js';
import type { ProjectCache } from '../cache/project-cache.js';
import { type Analysis, type AnalysisOptions, analyse } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { Host } from '../host/host.js';
import { overlayHost } from '../host/overlay-host.js';
import type { BuildMemory } from '../memory/build-memory.js';
import { applyFixes } from '../write/apply-fixes.js';
import { type ChangedText, writeTexts } from '../write/write-texts.js';

/** What a check has to say; under `--fix` also which findings it mended, in the order in which it did. */
export interface CheckReport extends Report {
  readonly fixed: readonly Diagnostic[];
}

export interface CheckOptions {
  /** Mend what can be mended for certain. */
  readonly fix: boolean;
  readonly parse?: AnalysisOptions['parse'];
}

/** A mend can make room for another one; each is smaller than what it mends, so that this many rounds are never needed. */
const mostRounds = 100;

/**
 * One check of a project. With `fix`, what can be mended for certain is: again and again in memory, until nothing is left, then
 * written at once. The report is about the contract as it stands on disk afterwards.
 */
export function checkProject(host: Host, { fix, parse }: CheckOptions, cache?: ProjectCache): CheckReport {
  // To note what is read takes a digest of all of it.
  const observed = cache === undefined ? undefined : observe(host);
  const memory = observed && cache?.memoryOf(observed.host);
  const first = analyse(observed?.host ?? host, { memory, parse });
  if (observed !== undefined) cache?.remember(host, 'check', reportOf(first), observed.seen);
  if (observed !== undefined && memory !== undefined) cache?.keepMemory(host, memory, observed.seen);
  const output = first.project?.paths.output;
  if (!fix || output === undefined) return reportOf(first);
  const { last, fixed, texts } = fixInMemory(host, first, memory);
  const written = writeTexts(host, output, texts);
  if (!written.ok) return reportOf(first, written.diagnostics);
  return { ...reportOf(last), files: written.files, fixed };
}

function reportOf({ diagnostics, project }: Analysis, more: readonly Diagnostic[] = []): CheckReport {
  return { diagnostics: [...diagnostics, ...more], files: [], shown: project?.limits.findings, fixed: [] };
}

function fixInMemory(host: Host, first: Analysis, memory: BuildMemory | undefined) {
  const changed = new Map<string, ChangedText>();
  const fixed: Diagnostic[] = [];
  let last = first;
  for (let round = 0; round < mostRounds; round++) {
    const next = applyFixes(last.diagnostics);
    if (next.fixed.length === 0) break;
    fixed.push(...next.fixed);
    for (const [path, { before, after }] of next.texts) {
      changed.set(path, { path, before: changed.get(path)?.before ?? before, after });
    }
    const mended = overlayHost(host, new Map([...changed].map(([path, { after }]) => [path, after])));
    last = analyse(mended, { memory });
    const error = last.diagnostics.find(({ severity, code }) => severity === 'error' && !code.startsWith('lint/'));
    if (error !== undefined) throw new Error(`a fix breaks the contract: ${error.code}: ${error.message}`);
  }
  const texts = [...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { last, fixed, texts };
}

/** For people: how many findings it mended, and of which rules. */
export function describeFixes(fixed: readonly Diagnostic[]): string {
  if (fixed.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { code } of fixed) counts.set(code, (counts.get(code) ?? 0) + 1);
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${count} ${code}`);
  return `fixed ${fixed.length === 1 ? '1 finding' : `${fixed.length} findings`}: ${parts.join(', ')}\n`;
}
