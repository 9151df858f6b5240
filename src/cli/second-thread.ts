import type { SourceFile } from '../diagnostics/source-file.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { hasSecondProcessor, Thread } from '../host/thread.js';
import { Deadline, ExceededElsewhere } from '../limits/deadline.js';
import type { Limits } from '../limits/limits.js';
import type { Model } from '../model/model.js';
import type { EmitAnswer, Job, ParseAnswer, ParseJob } from '../second-thread.js';
import { type ParsedYaml, parseYaml } from '../source/parse-yaml.js';
import { SourceDoc } from '../source/source-doc.js';

/** Fewer tools are emitted before a thread has loaded the emitters. */
const fewestTools = 150;

/** So much YAML, in characters, is parsed before a thread has loaded the parser. */
const fewestCharacters = 200_000;

/** Milliseconds without an answer after which one who waits goes on alone. */
const patience = 1_000;

/**
 * A thread that shares the work on a large contract: it is started when something pays for it. One that cannot be had, or is lost, costs
 * time and not the build. Works from the bundle, where its module is.
 */
export class SecondThread {
  #thread: Thread | undefined;

  constructor(private readonly module = new URL('./second-thread.js', import.meta.url)) {}

  /** Parses files in both threads: see `ParseFiles`. */
  readonly parse = (files: readonly SourceFile[], limits: Limits, deadline: Deadline): ParsedYaml[] => {
    const characters = files.reduce((sum, { text }) => sum + text.length, 0);
    const counts = new Int32Array(new SharedArrayBuffer(8));
    const thread = characters < fewestCharacters || files.length < 2 ? undefined : this.#start();
    const job: ParseJob = { kind: 'parse', files: files.map(({ path, text }) => ({ path, text })), limits, counts };
    thread?.send(job satisfies Job);
    const parsed = new Map<number, ParsedYaml>();
    const parse = (index: number, file: SourceFile) => {
      deadline.check('parsing the manifests', file.path);
      parsed.set(index, parseYaml(file, limits));
    };
    const next = () => Atomics.add(counts, 0, 1);
    for (let index = next(); index < files.length; index = next()) {
      const file = files[index];
      if (file !== undefined) parse(index, file);
    }
    for (const [index, file] of files.entries()) {
      while (thread !== undefined && !parsed.has(index)) {
        const answers = Atomics.load(counts, 1);
        const answer = thread.take() as ParseAnswer | undefined;
        if (answer !== undefined) {
          const of = files[answer.index];
          if (of !== undefined) parsed.set(answer.index, fromAnswer(answer, of, limits));
        } else if (Atomics.wait(counts, 1, answers, patience) === 'timed-out') break;
      }
      if (!parsed.has(index)) parse(index, file);
    }
    return files.flatMap((_, index) => parsed.get(index) ?? []);
  };

  /** Begins to emit a large model, beside the lint of the contract. */
  readonly emit = (model: Model, seconds: number, unknown: number): Promise<readonly EmittedFile[]> | undefined => {
    const thread = this.#thread ?? (unknown < fewestTools ? undefined : this.#start());
    if (thread === undefined) return undefined;
    thread.send({ kind: 'emit', model, seconds } satisfies Job);
    const files = emittedBy(thread).catch((error: unknown) => emitHere(error, model, seconds));
    // Who is still busy when it fails does not wait for it yet, and who has found a mistake never will.
    files.catch(() => {});
    return files;
  };

  stop(): void {
    this.#thread?.stop();
    this.#thread = undefined;
  }

  #start(): Thread | undefined {
    if (hasSecondProcessor()) this.#thread ??= new Thread(this.module);
    return this.#thread;
  }
}

/** Does some work that may share itself with a thread, and ends that thread. */
export async function withSecondThread<Value>(work: (thread: SecondThread) => Value | Promise<Value>): Promise<Value> {
  const thread = new SecondThread();
  try {
    return await work(thread);
  } finally {
    thread.stop();
  }
}

/** What had something to be said about is parsed again: findings do not travel. */
function fromAnswer({ record }: ParseAnswer, file: SourceFile, limits: Limits): ParsedYaml {
  if (record === undefined) return parseYaml(file, limits);
  const doc = SourceDoc.from(file, record);
  return { ok: true, value: doc, diagnostics: [], rest: doc };
}

async function emittedBy(thread: Thread): Promise<readonly EmittedFile[]> {
  for (;;) {
    const answer = (await thread.next()) as EmitAnswer | ParseAnswer;
    if ('files' in answer) return answer.files;
    if ('finding' in answer) throw new ExceededElsewhere(answer.finding);
    // A parsed file that somebody had no patience for.
  }
}

/** What a lost thread was to emit. */
async function emitHere(error: unknown, model: Model, seconds: number): Promise<readonly EmittedFile[]> {
  if (error instanceof ExceededElsewhere) throw error;
  const { emitModel } = await import('../emit-model.js');
  return emitModel(model, new Deadline(seconds));
}
