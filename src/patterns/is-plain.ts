import { type CharSet, overlap, union } from './char-set.js';
import type { Pattern } from './parse-pattern.js';

/** More ways than this through a pattern, and it is worth a closer look. */
const fewWays = 10_000;

/**
 * True for a pattern that a backtracking engine is sure to match in linear time, by either of two plain readings: at every place
 * the next character decides how to go on, or there are few ways through and at most one simple loop. False says nothing.
 */
export function isPlain(pattern: Pattern): boolean {
  const { ways, loops } = waysThrough(pattern);
  if (ways <= fewWays && loops === 0) return true;
  if (!startsAnchored(pattern)) return false;
  return (ways <= fewWays / 10 && loops === 1) || isDecided(pattern, []) !== undefined;
}

/** How many atoms the pattern has when its counted repetitions are written out. */
export function positionsOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'sequence':
      return pattern.items.reduce((sum, item) => sum + positionsOf(item), 0);
    case 'choice':
      return pattern.options.reduce((sum, option) => sum + positionsOf(option), 0);
    case 'repeat':
      return positionsOf(pattern.body) * Math.max(1, Number.isFinite(pattern.max) ? pattern.max : pattern.min);
    default:
      return 1;
  }
}

export function hasBackReference(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'sequence':
      return pattern.items.some(hasBackReference);
    case 'choice':
      return pattern.options.some(hasBackReference);
    case 'repeat':
      return hasBackReference(pattern.body);
    default:
      return pattern.kind === 'back-reference';
  }
}

/** Every way through the pattern starts at the text's start, so that an engine tries only once. */
function startsAnchored(pattern: Pattern): boolean {
  if (pattern.kind === 'choice') return pattern.options.every(startsAnchored);
  if (pattern.kind === 'sequence') return pattern.items[0] !== undefined && startsAnchored(pattern.items[0]);
  return pattern.kind === 'start';
}

/** An upper bound of the paths through the finite parts, and the loops over one character that a path can meet. */
function waysThrough(pattern: Pattern): { ways: number; loops: number } {
  switch (pattern.kind) {
    case 'sequence': {
      const items = pattern.items.map(waysThrough);
      return {
        ways: items.reduce((all, each) => all * each.ways, 1),
        loops: items.reduce((all, each) => all + each.loops, 0),
      };
    }
    case 'choice': {
      const options = pattern.options.map(waysThrough);
      return {
        ways: options.reduce((all, each) => all + each.ways, 0),
        loops: Math.max(...options.map((each) => each.loops)),
      };
    }
    case 'repeat': {
      const { body, min, max } = pattern;
      const { ways, loops } = waysThrough(body);
      if (max === Number.POSITIVE_INFINITY) return { ways, loops: body.kind === 'set' ? 1 : Number.POSITIVE_INFINITY };
      const each = ways === 1 ? max - min + 1 : (max - min + 1) * ways ** max;
      return { ways: each, loops: max > 1 ? loops * max : loops };
    }
    case 'back-reference':
    case 'special':
      return { ways: Number.POSITIVE_INFINITY, loops: Number.POSITIVE_INFINITY };
    default:
      return { ways: 1, loops: 0 };
  }
}

/** How a part of a pattern can begin, and whether it can be empty. */
interface Start {
  readonly first: CharSet;
  readonly canBeEmpty: boolean;
}

/**
 * The start of a part in which the next character always decides, given what may follow it; undefined when some place leaves a
 * choice. This is the LL(1) condition of grammars, and stricter than it where a part can be empty in more than one way.
 */
function isDecided(pattern: Pattern, follow: CharSet): Start | undefined {
  switch (pattern.kind) {
    case 'set':
      return { first: pattern.set, canBeEmpty: false };
    case 'start':
    case 'end':
      return { first: [], canBeEmpty: true };
    case 'sequence':
      return decidedSequence(pattern.items, follow);
    case 'choice': {
      let all: Start = { first: [], canBeEmpty: false };
      for (const option of pattern.options) {
        const start = isDecided(option, follow);
        if (start === undefined || overlap(start.first, all.first) || (start.canBeEmpty && all.canBeEmpty))
          return undefined;
        all = { first: union(all.first, start.first), canBeEmpty: all.canBeEmpty || start.canBeEmpty };
      }
      return all.canBeEmpty && overlap(all.first, follow) ? undefined : all;
    }
    case 'repeat': {
      const { body, min, max } = pattern;
      const alone = isDecided(body, []);
      if (alone === undefined || alone.canBeEmpty) return undefined;
      if (min !== max && overlap(alone.first, follow)) return undefined;
      if (isDecided(body, max > 1 ? union(alone.first, follow) : follow) === undefined) return undefined;
      return { first: alone.first, canBeEmpty: min === 0 };
    }
    default:
      return undefined;
  }
}

function decidedSequence(items: readonly Pattern[], follow: CharSet): Start | undefined {
  let rest: Start = { first: [], canBeEmpty: true };
  for (const item of [...items].reverse()) {
    // After `$` nothing can follow.
    if (item.kind === 'end') {
      rest = { first: [], canBeEmpty: true };
      follow = [];
      continue;
    }
    const after = rest.canBeEmpty ? union(rest.first, follow) : rest.first;
    const start = isDecided(item, after);
    if (start === undefined) return undefined;
    rest = {
      first: start.canBeEmpty ? union(start.first, rest.first) : start.first,
      canBeEmpty: start.canBeEmpty && rest.canBeEmpty,
    };
  }
  return rest;
}
