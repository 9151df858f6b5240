import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { configFile } from '../config/config-file.js';
import type { Report } from '../diagnostics/reporters/report.js';
import type { CacheStore } from '../host/cache-folder.js';
import { type Host, HostError } from '../host/host.js';
import { BuildMemory } from '../memory/build-memory.js';
import type { OutputPlan } from '../write/output-plan.js';
import type { FileReport } from '../write/write-report.js';
import { contentDigest, type Observations } from './observing-host.js';
import { isOutputSo, type OutputState, outputAfter } from './output-state.js';
import { digestOfState, isStillSo, type Scope, scopeOf, stateOf } from './project-state.js';
import { fromRecord, type ReportRecord, toRecord } from './report-record.js';

/** What can be remembered: only a build has an output. */
type Work = 'build' | 'check';

/** What is remembered of one state of a project. */
interface Entry {
  readonly report: ReportRecord;
  /** The output as it has to be found; absent when the contract has mistakes, so that nothing is written. */
  readonly output?: OutputState;
}

/** Between branches and between mistakes, so many are tried. */
const mostScopes = 3;

/** Findings that follow from how busy the machine was, and not from the project alone. */
const passing = new Set<string>(['limits/deadline', 'output/busy', 'output/interrupted']);

/**
 * Remembers what a build or a check of a project said, so that the next one of the same project only reads and hashes: mcpgen.yaml
 * leads to the scope of what was looked at, the state of the scope to the report. Nothing is taken for granted: all inputs are
 * read again, and so is the whole output.
 */
export class ProjectCache {
  /** `compiler` stands for everything that results follow from beside the project. */
  constructor(
    private readonly store: CacheStore,
    private readonly memories: CacheStore,
    private readonly compiler: string,
  ) {}

  /** The report of a project in which nothing has changed since; undefined when something has, or nothing is known. */
  recall(host: Host, work: Work): Report | undefined {
    try {
      for (const scope of this.#scopes(host, work)) {
        const entry = this.#read<Entry>(this.#entryKey(work, digestOfState(scope, stateOf(host, scope))));
        if (entry === undefined || (entry.output !== undefined && !isOutputSo(host, entry.output))) continue;
        return fromRecord(entry.report, host);
      }
      return undefined;
    } catch (error) {
      // What cannot be read is for the build to explain.
      if (error instanceof HostError) return undefined;
      throw error;
    }
  }

  /**
   * Remembers a report, after `seen` was all that led to it; `plan` is what was written, if anything could be. Does nothing when
   * the project is not, by now, a state in which another run would say and leave the same.
   */
  remember(host: Host, work: Work, report: Report, seen: Observations, plan?: OutputPlan): void {
    if (report.diagnostics.some(({ code }) => passing.has(code))) return;
    const output = plan === undefined ? undefined : outputAfter(plan);
    if (plan !== undefined && output === undefined) return;
    try {
      const scope = scopeOf(seen);
      const completed = new Map(plan === undefined ? [] : completedBy(plan));
      const state = stateOf(host, scope, new Map([...digestsIn(seen), ...completed]));
      if (!isStillSo(seen, state, completed)) return;
      const record = toRecord(afterwards(report, seen), host);
      if (record === undefined) return;
      const entry: Entry = output === undefined ? { report: record } : { report: record, output };
      this.store.put(this.#entryKey(work, digestOfState(scope, state)), JSON.stringify(entry));
      const others = this.#scopes(host, work).filter((each) => !isDeepStrictEqual(each, scope));
      this.store.put(this.#scopeKey(host, work), JSON.stringify([scope, ...others].slice(0, mostScopes)));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }

  /** The scopes of the last states with this mcpgen.yaml: one with mistakes is looked at less far than one that compiles. */
  #scopes(host: Host, work: Work): readonly Scope[] {
    return this.#read<readonly Scope[]>(this.#scopeKey(host, work)) ?? [];
  }

  /** What builds of the project with this mcpgen.yaml have found out about its parts; `host` is the one that the build observes. */
  memoryOf(host: Host): BuildMemory {
    try {
      const config = host.readFile(configFile);
      const text = config && this.memories.get(this.#memoryKey(host, contentDigest(config)));
      return text === undefined ? new BuildMemory() : BuildMemory.from(text);
    } catch (error) {
      // What cannot be read is for the build to explain.
      if (error instanceof HostError) return new BuildMemory();
      throw error;
    }
  }

  /**
   * After a build, of the mcpgen.yaml that it has seen, whatever is there now. One that has found out nothing new leaves what is kept
   * as it is.
   */
  keepMemory(host: Host, memory: BuildMemory, seen: Observations): void {
    const { hasNews } = memory;
    memory.endBuild();
    const config = new Map(digestsIn(seen)).get(configFile);
    if (hasNews && config !== undefined) this.memories.put(this.#memoryKey(host, config), memory.toText());
  }

  #read<T>(key: string): T | undefined {
    const text = this.store.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  #scopeKey(host: Host, work: Work): string {
    return this.#key('scope', work, contentDigest(host.readFile(configFile) ?? 'absent'));
  }

  #entryKey(work: string, state: string): string {
    return this.#key('entry', work, state);
  }

  #memoryKey({ root }: Host, config: string): string {
    return this.#key('memory', root, config);
  }

  #key(...parts: readonly string[]): string {
    return createHash('sha256')
      .update(JSON.stringify([this.compiler, ...parts]))
      .digest('hex');
  }
}

/** The files that were read, and were there. */
function digestsIn({ files }: Observations): [string, string][] {
  return [...files].filter(([, content]) => content !== 'absent' && content !== 'refused' && content !== 'changed');
}

/** The author's files that a build created or completed, with the digests of what is in them now. */
function completedBy({ files }: OutputPlan): [string, string][] {
  return files.flatMap(({ path, owner, change, after }) =>
    owner === 'author' && change !== 'none' && after !== undefined ? [[path, contentDigest(after)]] : [],
  );
}

/** What another run would say: nothing is left to do. Handlers that the compiler has looked for it finds then, and has no word for. */
function afterwards(report: Report, seen: Observations): Report {
  const files = report.files.flatMap(({ path, status }): FileReport[] => {
    if (status === 'kept' || status === 'unchanged') return [{ path, status }];
    return status === 'removed' || seen.kinds.has(path) || seen.files.has(path) ? [] : [{ path, status: 'unchanged' }];
  });
  return { ...report, files };
}
