import type { BuildMemory, MemorySection } from '../memory/build-memory.js';
import { loadVendored } from '../vendored/load.js';
import { hasBackReference, isPlain, positionsOf } from './is-plain.js';
import { parsePattern } from './parse-pattern.js';

/**
 * What matching a pattern costs:
 * - `linear`: as long as the text is;
 * - `polynomial`, `unknown`: too long for long texts, or not known; fine for short ones;
 * - `exponential`: too long for short texts; so are counted repetitions that multiply (`repetitions`), and back-references
 *   that are not known to be harmless (`back-reference`).
 */
export type Verdict = 'linear' | 'polynomial' | 'unknown' | 'exponential' | 'repetitions' | 'back-reference';

/** Written out, counted repetitions of a pattern may have so many atoms. */
const mostPositions = 10_000;

/** For one pattern, and for all of a build. What is not judged by then is `unknown`. */
const patternMs = 1_000;
const buildMs = 10_000;

interface Recheck {
  checkSync(
    source: string,
    flags: string,
    parameters: Readonly<Record<string, number>>,
  ): { readonly status: 'safe' | 'vulnerable' | 'unknown'; readonly complexity?: { readonly type: string } };
}

let recheck: Recheck | undefined;

/**
 * recheck's build for browsers, as `scripts/copy-recheck.mjs` puts it beside our code: pure JavaScript, without workers or child
 * processes. It takes 0.2 s to load, so that it is loaded late.
 */
function loadRecheck(): Recheck {
  recheck ??= loadVendored<Recheck>('recheck/recheck.cjs');
  return recheck;
}

/** Judges the patterns of one build, each once. They are known to compile under the `u` flag. */
export class PatternJudge {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #remembered: MemorySection<Verdict> | undefined;
  #msLeft = buildMs;

  constructor(memory?: BuildMemory) {
    this.#remembered = memory?.section('patterns');
  }

  judge(source: string): Verdict {
    const known = this.#verdicts.get(source);
    if (known !== undefined) return known;
    const remembered = this.#remembered?.get(source);
    const verdict = remembered ?? this.#judgeNew(source);
    this.#verdicts.set(source, verdict);
    // A faster machine, or this one tomorrow, may know what is unknown now.
    if (remembered === undefined && verdict !== 'unknown') this.#remembered?.set(source, verdict);
    return verdict;
  }

  #judgeNew(source: string): Verdict {
    const pattern = parsePattern(source);
    if (isPlain(pattern)) return 'linear';
    if (positionsOf(pattern) > mostPositions) return 'repetitions';
    const verdict = this.#askRecheck(source);
    return verdict !== 'linear' && hasBackReference(pattern) ? 'back-reference' : verdict;
  }

  #askRecheck(source: string): Verdict {
    if (this.#msLeft <= 0) return 'unknown';
    const { checkSync } = loadRecheck();
    const start = performance.now();
    // The search is smaller than by default, which takes seconds for look-aheads, and always the same.
    const { status, complexity } = checkSync(source, 'u', {
      timeout: Math.min(patternMs, this.#msLeft),
      randomSeed: 1,
      maxInitialGenerationSize: 50,
      maxGenerationSize: 20,
      maxIteration: 3,
    });
    this.#msLeft -= performance.now() - start;
    if (status === 'safe') return 'linear';
    if (status === 'unknown') return 'unknown';
    return complexity?.type === 'exponential' ? 'exponential' : 'polynomial';
  }
}
