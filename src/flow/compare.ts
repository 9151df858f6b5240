import { type JsonValue, jsonKey } from '../json.js';
import type { SchemaNode } from './atom.js';
import { type Demands, demandsOf } from './demands.js';
import { Explainer } from './explainer.js';
import { type Gap, producedBy, type Rank } from './gap.js';
import type { Judge } from './judge.js';
import { valuesOf } from './read-schema.js';
import type { Reason, Verdict } from './reason.js';
import { TooLarge } from './work.js';

/** Reasons that are told, and examples that are tried for each. */
const mostReasons = 5;
const mostExamples = 12;

/** Whole values, as the target is given them, near one that satisfies the demands. */
export type Realise = (value: JsonValue) => Iterable<JsonValue>;

/** Whether every value that satisfies the demands is valid for the target; if it cannot be shown, why. */
export function compare(judge: Judge, demands: Demands, target: SchemaNode, realise: Realise): Verdict {
  try {
    if (judge.feeds(demands, target)) return { ok: true };
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge;
    throw error;
  }
  judge.graph.work.allowMore();
  return { ok: false, reasons: reasonsFor(judge, demands, target, realise) };
}

function reasonsFor(judge: Judge, demands: Demands, target: SchemaNode, realise: Realise): readonly Reason[] {
  const explainer = new Explainer(judge);
  const gaps = withoutEchoes(within([], () => explainer.explain(demands, target)));
  const found = gaps.slice(0, mostReasons * 4).map((gap) => [gap, reasonFor(gap, explainer, target, realise)] as const);
  const reasons = found.toSorted(([a, one], [b, other]) => order(a, one) - order(b, other)).map(([, reason]) => reason);
  return reasons.length === 0 ? [unexplained] : reasons.slice(0, mostReasons);
}

/** Of a property that may be absent, that it could also be anything tells nothing more. */
function withoutEchoes(gaps: readonly Gap[]): readonly Gap[] {
  const missing = new Set(gaps.flatMap(({ rank, path }) => (rank === 'missing' ? [path] : [])));
  return gaps.filter((gap) => gap.rank !== 'other' || producedBy(gap) !== 'anything' || !missing.has(gap.path));
}

const rankOrder: Readonly<Record<Rank, number>> = { missing: 0, forbidden: 1, other: 2 };

function order({ rank }: Gap, { certain }: Reason): number {
  return (certain ? 0 : 10) + rankOrder[rank];
}

function reasonFor(gap: Gap, explainer: Explainer, target: SchemaNode, realise: Realise): Reason {
  const words = { path: gap.path, kind: gap.rank, produced: producedBy(gap), needed: gap.needed };
  const { acceptance } = explainer.judge.shapes;
  const example = within(undefined, () => {
    for (const value of gap.examples().slice(0, mostExamples)) {
      for (const whole of realise(value)) {
        if (acceptance.accepts(target, whole)) continue;
        if (jsonKey(whole) === jsonKey(value) || failsAt(gap.path, whole, explainer, target)) return whole;
      }
    }
    return undefined;
  });
  return example === undefined ? { ...words, certain: false } : { ...words, certain: true, example };
}

/** Whether a value is refused for what is at a place, as far as can be told: another one than was made up may be refused for another reason. */
function failsAt(path: string, value: JsonValue, explainer: Explainer, target: SchemaNode): boolean {
  const { graph } = explainer.judge;
  const gaps = explainer.explain(demandsOf([graph.node(valuesOf([value])).id]), target);
  return gaps.some((gap) => gap.path === path || gap.path.startsWith(`${path}/`));
}

/** Explanations have bounds of their own; beyond them less is said, and the verdict stays. */
function within<T>(otherwise: T, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof TooLarge) return otherwise;
    throw error;
  }
}

const unexplained: Reason = {
  path: '',
  kind: 'other',
  produced: 'what the source allows',
  needed: 'what the target asks for, which could not be compared',
  certain: false,
};

/** The verdict on what takes too many steps. */
export const tooLarge: Verdict = {
  ok: false,
  reasons: [
    {
      path: '',
      kind: 'other',
      produced: 'a schema that is too large to be compared',
      needed: 'a schema of fewer alternatives',
      certain: false,
    },
  ],
};
