import { isJsonObject, type JsonValue } from '../json.js';
import type { SchemaNode } from './atom.js';
import type { Demands } from './demands.js';
import type { Judge } from './judge.js';
import { valuesOf } from './read-schema.js';
import type { Shape } from './shapes.js';
import { TooLarge } from './work.js';

/** Places further inside than any schema of a build is nested are not followed. */
const deepest = 400;

/** Ends the comparison where the way to a place is too long. */
export function checkSteps(steps: readonly string[]): void {
  if (steps.length > deepest) throw new TooLarge('a place that is too deep inside');
}

/** What a part of a value may be: valid for one of the nodes, or absent. */
export interface Part {
  readonly nodes: readonly SchemaNode[];
  readonly absent: boolean;
}

/** What is at a place in values that satisfy the demands. Without nodes and not absent: there are no such values. */
export function partAt(judge: Judge, demands: Demands, steps: readonly string[]): Part {
  checkSteps(steps);
  const [step, ...rest] = steps;
  if (step === undefined) return { nodes: [judge.graph.nodeFor(demands)], absent: false };
  const shapes = judge.shapes.of(demands).filter((shape) => !judge.isVacuous(shape));
  const parts = shapes.map((shape) => partOfShape(judge, shape, step, rest));
  return { nodes: [...new Set(parts.flatMap(({ nodes }) => nodes))], absent: parts.some(({ absent }) => absent) };
}

const nowhere: Part = { nodes: [], absent: true };

function partOfShape(judge: Judge, shape: Shape, step: string, rest: readonly string[]): Part {
  const { facts } = shape;
  const { graph, parts } = judge;
  if (facts.values !== undefined) {
    const found = facts.values.map((value) => valueAt(value, [step, ...rest]));
    const values = found.filter((value) => value !== undefined);
    const nodes = values.length === 0 ? [] : [graph.node(valuesOf(values))];
    return { nodes, absent: values.length < found.length };
  }
  if (facts.type === 'object') {
    if (!parts.mayHave(shape, step)) return nowhere;
    return oftenAbsent(partAt(judge, parts.memberAt(shape, step), rest), !facts.required.has(step));
  }
  if (facts.type === 'array' && isIndex(step)) {
    const index = Number(step);
    if (index >= facts.most) return nowhere;
    return oftenAbsent(partAt(judge, parts.itemAt(shape, index), rest), index >= facts.fewest);
  }
  return nowhere;
}

function oftenAbsent(part: Part, absent: boolean): Part {
  return absent && !part.absent ? { ...part, absent } : part;
}

/** The value at a place, `undefined` where there is none. */
export function valueAt(value: JsonValue, steps: readonly string[]): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = isIndex(step) ? at[Number(step)] : undefined;
    else at = isJsonObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

export function isIndex(step: string): boolean {
  return /^(0|[1-9][0-9]*)$/.test(step);
}
