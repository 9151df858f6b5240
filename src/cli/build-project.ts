import { observe } from '../cache/observing-host.js';
import type { ProjectCache } from '../cache/project-cache.js';
import { type CompileOptions, compile } from '../compile.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { Host } from '../host/host.js';
import { systemClock } from '../limits/deadline.js';
import type { BuildMemory } from '../memory/build-memory.js';
import { checkOutput } from '../write/check-output.js';
import type { OutputPlan } from '../write/output-plan.js';
import { planOutput } from '../write/plan-output.js';
import { writeOutput } from '../write/write-output.js';
import { outputRequest } from './output-request.js';

export interface BuildOptions {
  /** Write nothing; report what is not as a build would leave it. */
  readonly check: boolean;
  readonly force: boolean;
  /** Is told each stage; see `Deadline`. */
  readonly watch?: CompileOptions['watch'];
  /** Of earlier builds in this process; else the cache has it. */
  readonly memory?: BuildMemory;
  readonly parse?: CompileOptions['parse'];
  readonly emitElsewhere?: CompileOptions['emitElsewhere'];
}

/** One build of a project, from its manifests to the report, which the cache is given to remember. */
export async function buildProject(host: Host, options: BuildOptions, cache?: ProjectCache): Promise<Report> {
  // To note what is read takes a digest of all of it.
  const observed = cache === undefined ? undefined : observe(host);
  const memory = options.memory ?? (observed && cache?.memoryOf(observed.host));
  const compilation = await compile(observed?.host ?? host, { ...options, memory });
  const remember = (report: Report, plan?: OutputPlan): void => {
    if (observed === undefined) return;
    cache?.remember(host, 'build', report, observed.seen, plan);
    if (memory !== undefined) cache?.keepMemory(host, memory, observed.seen);
  };
  const request = outputRequest(compilation, options.force);
  const shown = compilation.project?.limits.findings;
  if (request === undefined) {
    const report = { diagnostics: compilation.diagnostics, files: [], shown };
    remember(report);
    return report;
  }
  const enter = (stage: string): void => options.watch?.(stage, undefined, systemClock());
  enter('comparing with the disk');
  const plan = planOutput(host, request);
  enter('writing');
  const written = options.check ? checkOutput(plan) : writeOutput(host, plan);
  const kept = (compilation.kept ?? []).map((path) => ({ path, status: 'kept' as const }));
  const report = {
    diagnostics: [...compilation.diagnostics, ...written.diagnostics],
    files: [...written.files, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)),
    shown,
  };
  enter('remembering');
  if (written.ok) remember(report, plan);
  return report;
}
