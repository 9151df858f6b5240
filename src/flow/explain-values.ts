import { isJsonObject, type JsonValue, typeOf } from '../json.js';
import type { SchemaNode } from './atom.js';
import { needed } from './explain-needed.js';
import type { Explainer } from './explainer.js';
import { noFacts } from './facts.js';
import type { Gap } from './gap.js';
import { valuesOf } from './read-schema.js';
import type { SchemaGraph } from './schema-graph.js';

/** Values that are looked into one by one. */
const mostOpened = 3;

/** Why certain values of one type are refused: single ones together, objects and arrays each by what is in them. */
export function explainValues(explainer: Explainer, values: readonly JsonValue[], node: SchemaNode): readonly Gap[] {
  const [first] = values;
  if (first === undefined) return [];
  const { judge } = explainer;
  const together = (some: readonly JsonValue[]): Gap => {
    const type = typeOf(first);
    const failing = node.atoms.filter((atom) => !some.every((value) => judge.shapes.acceptance.holds(atom, value)));
    return {
      path: '',
      rank: 'other',
      produced: [{ ...noFacts(type), values: some }],
      needed: needed(explainer, type, judge.graph.nodeOf(failing), node),
      examples: () => some.slice(0, 4),
    };
  };
  if (typeof first !== 'object' || first === null) return [together(values)];
  return values.slice(0, mostOpened).flatMap((value) => {
    const opened = judge.shapes.of([opening(judge.graph, value).id]);
    const inside = opened
      .filter(({ facts }) => facts.values === undefined)
      .flatMap((shape) => explainer.explainAll([shape], node));
    return inside.length === 0 ? [together([value])] : inside.map((gap) => ({ ...gap, examples: () => [value] }));
  });
}

/** The one value as a schema that says of each part what it is. */
function opening(graph: SchemaGraph, value: JsonValue): SchemaNode {
  const partOf = (part: JsonValue) => graph.node(valuesOf([part]));
  if (Array.isArray(value)) {
    return graph.node(
      { kind: 'type', types: ['array'] },
      { kind: 'items', prefix: value.map(partOf), rest: graph.nothing, restGiven: false },
      { kind: 'minItems', count: value.length },
    );
  }
  const members = isJsonObject(value) ? Object.entries(value) : [];
  return graph.node(
    { kind: 'type', types: ['object'] },
    {
      kind: 'members',
      properties: new Map(members.map(([name, member]) => [name, partOf(member)])),
      patterns: new Map(),
      rest: graph.nothing,
      restGiven: false,
    },
    ...members.map(([name]) => ({ kind: 'required' as const, name })),
  );
}
