import type { ValueType } from '../json.js';
import type { Atom, AtomOf, Members, SchemaNode } from './atom.js';
import { both } from './demands.js';
import { describeKinds, describeValues, inWords, quote } from './describe.js';
import { whole } from './explain-needed.js';
import type { Explainer } from './explainer.js';
import { type Gap, ofPart } from './gap.js';
import type { MemberCase } from './parts.js';
import type { Shape } from './shapes.js';
import { beyondEvaluated } from './target-unevaluated.js';

/**
 * Why an atom is not shown to hold for a shape, by the parts and alternatives where that shows; undefined for an atom that is about
 * the value itself.
 */
export function explainAtom(explainer: Explainer, shape: Shape, atom: Atom): readonly Gap[] | undefined {
  const { judge } = explainer;
  switch (atom.kind) {
    case 'all':
      return atom.nodes
        .filter((node) => !judge.fits(shape, node))
        .flatMap((node) => explainer.explainShape(shape, node));
    case 'any':
      return explainAlternatives(explainer, shape, atom, atom.nodes);
    case 'one':
      return judge.splits.areCovered(shape, atom.nodes)
        ? [leaf(explainer, shape, atom, 'a value that exactly one alternative accepts')]
        : explainAlternatives(explainer, shape, atom, atom.nodes);
    case 'not':
      return [leaf(explainer, shape, atom, `a value other than ${whole(explainer, atom.node)}`)];
    case 'if': {
      const { condition, positive, negative } = atom;
      return [
        ...explainer.explainAll(judge.shapes.narrow(shape, condition.id), positive),
        ...explainer.explainAll(judge.shapes.narrow(shape, -condition.id), negative),
      ];
    }
    case 'members':
      return explainMembers(explainer, shape, atom);
    case 'items':
      return explainItems(explainer, shape, atom);
    case 'required':
      return [missing(explainer, shape, atom, atom.name, 'a required property')];
    case 'dependentRequired':
      return [missing(explainer, shape, atom, atom.other, `a property that ${quote(atom.name)} requires`)];
    case 'dependentSchema': {
      const required = judge.graph.node({ kind: 'required', name: atom.name });
      return explainer.explainAll(judge.shapes.narrow(shape, required.id), atom.node);
    }
    case 'propertyNames':
      return [explainNames(explainer, shape, atom.node)];
    case 'unevaluatedItems':
    case 'unevaluatedProperties': {
      const rest = beyondEvaluated(shape, atom, judge);
      return rest === undefined || judge.holds(shape, rest) ? undefined : explainAtom(explainer, shape, rest);
    }
    default:
      return undefined;
  }
}

function leaf(explainer: Explainer, shape: Shape, atom: Atom, needed: string): Gap {
  const { graph } = explainer.judge;
  const examples = () => explainer.samples.of(both(shape.demands, [-graph.nodeOf([atom]).id]));
  return { path: '', rank: 'other', produced: [shape.facts], needed, examples };
}

function missing(explainer: Explainer, shape: Shape, atom: Atom, name: string, needed: string): Gap {
  const { judge } = explainer;
  const isNever = judge.excludes(shape, judge.graph.node({ kind: 'required', name }).id);
  const gap = leaf(explainer, shape, atom, needed);
  return ofPart(
    { ...gap, rank: 'missing', produced: isNever ? 'nothing' : 'sometimes nothing' },
    name,
    (whole) => whole,
  );
}

/** What none of the alternatives takes; of a single one that comes into question, why not. */
function explainAlternatives(
  explainer: Explainer,
  shape: Shape,
  atom: Atom,
  nodes: readonly SchemaNode[],
): readonly Gap[] {
  const { judge } = explainer;
  const candidates = judge.splits.candidates(shape, nodes);
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) return explainer.explainShape(shape, only);
  const left = judge.shapes.narrow(shape, ...candidates.map(({ id }) => -id)).filter((each) => !judge.isVacuous(each));
  const kinds = (left.length > 0 ? left : [shape]).map(({ facts }) => facts);
  const words = inWords([...new Set(nodes.map((node) => ofSameType(explainer, shape, node)))], 'or');
  const gap = { ...leaf(explainer, shape, atom, words), produced: kinds };
  if (describeKinds(kinds) !== words) return [gap];
  return [
    {
      ...gap,
      needed: `${words} of ${nodes.length} kinds${nearest(explainer, shape, candidates.length > 0 ? candidates : nodes)}`,
    },
  ];
}

/** What a node says of values of the shape's type, or of all where it takes none of this type. */
function ofSameType(explainer: Explainer, shape: Shape, node: SchemaNode): string {
  const { judge } = explainer;
  const kinds = judge.shapes.of([node.id]).filter((each) => each.facts.type === shape.facts.type);
  const possible = kinds.filter((each) => !judge.isVacuous(each));
  return possible.length === 0 ? whole(explainer, node) : describeKinds(possible.map(({ facts }) => facts));
}

/** What the alternative that asks for least beyond what is given asks for. */
function nearest(explainer: Explainer, shape: Shape, nodes: readonly SchemaNode[]): string {
  const tried = nodes.slice(0, 8).map((node) => explainer.explainShape(shape, node));
  const [fewest] = tried.sort((a, b) => a.length - b.length);
  const first = fewest?.[0];
  if (first === undefined) return '';
  return ` (the nearest needs ${first.needed}${first.path === '' ? '' : ` at ${first.path}`})`;
}

function explainMembers(explainer: Explainer, shape: Shape, atom: Members): readonly Gap[] {
  const { judge, samples } = explainer;
  return judge.casesAgainst(shape, atom).flatMap((each) => {
    const nodes = judge.parts.nodesFor(atom, each).filter((node) => !judge.partFeeds(each.demands, node));
    return nodes.flatMap((node): readonly Gap[] => {
      const isForbidden = judge.isEmpty([node.id]);
      if (each.name === undefined) return [explainOthers(explainer, shape, atom, each, node, isForbidden)];
      const { name } = each;
      const within = (values: readonly JsonValues[]) => samples.withMember(shape, name, values);
      if (!isForbidden) return explainer.explain(each.demands, node).map((gap) => ofPart(gap, name, within));
      const gap: Gap = {
        path: '',
        rank: 'forbidden',
        produced: explainer.describe(each.demands),
        needed: 'no property of this name',
        examples: () => samples.of(each.demands),
      };
      return [ofPart(gap, name, within)];
    });
  });
}

type JsonValues = Parameters<Explainer['samples']['withMember']>[2][number];

/** Members that no schema lists. */
function explainOthers(
  explainer: Explainer,
  shape: Shape,
  { properties }: Members,
  { names, demands }: MemberCase,
  node: SchemaNode,
  isForbidden: boolean,
): Gap {
  const { samples, judge } = explainer;
  const examples = () => {
    const values = samples.of(both(demands, [-node.id]));
    return samples.namesFor(names).flatMap((name) => samples.withMember(shape, name, values));
  };
  const patterns = names.filter((id) => id > 0).flatMap((id) => judge.graph.at(id).atoms);
  const sources = patterns.flatMap((each) => (each.kind === 'pattern' ? [each.source] : []));
  const which = sources.length === 0 ? 'other properties' : `properties that match ${inWords(sources, 'and')}`;
  const listed = [...properties.keys()];
  const only = listed.length === 0 ? 'no such property' : `no property but ${describeNames(listed)}`;
  const some = explainer.describe(demands);
  const produced = some === 'anything' ? which : `${which}, each ${some}`;
  if (isForbidden) return { path: '', rank: 'forbidden', produced, needed: only, examples };
  return { path: '', rank: 'other', produced, needed: `${which}, each ${whole(explainer, node)}`, examples };
}

function describeNames(names: readonly string[]): string {
  return describeValues(names).replace(/^one of /u, '');
}

function explainItems(explainer: Explainer, shape: Shape, atom: AtomOf<'items'>): readonly Gap[] {
  const { judge, samples } = explainer;
  const rest = judge.parts.restFrom(shape, atom);
  const most = judge.mostItems(shape);
  return Array.from({ length: Math.min(rest, 50) + 1 }, (_, index) => index).flatMap((index) => {
    if (index >= most) return [];
    const node = atom.prefix[index] ?? atom.rest;
    const demands = judge.parts.itemAt(shape, index);
    if (judge.partFeeds(demands, node)) return [];
    const within = (values: readonly JsonValues[]) => samples.withItem(shape, index, values);
    if (!judge.isEmpty([node.id])) return explainer.explain(demands, node).map((gap) => ofPart(gap, index, within));
    const gap: Gap = {
      path: '',
      rank: 'forbidden',
      produced: explainer.describe(demands),
      needed: `no item after the first ${index}`,
      examples: () => samples.of(demands),
    };
    return [ofPart(gap, index, within)];
  });
}

function explainNames(explainer: Explainer, shape: Shape, node: SchemaNode): Gap {
  const { judge, samples } = explainer;
  const wrong = judge.parts
    .casesOf(shape)
    .filter(({ name, names }) =>
      name === undefined ? !judge.partFeeds(names, node) : !judge.shapes.acceptance.accepts(node, name),
    );
  const listed = wrong.flatMap(({ name }) => name ?? []);
  const produced = listed.length > 0 ? `properties named ${describeNames(listed)}` : 'properties of other names';
  const examples = () =>
    wrong.flatMap(({ name, names, demands }) => {
      const made = name === undefined ? samples.namesFor(both(names, [-node.id])) : [name];
      return made.flatMap((each) => samples.withMember(shape, each, samples.of(demands)));
    });
  const type: ValueType = 'string';
  const kinds = judge.shapes.of([node.id]).filter(({ facts }) => facts.type === type);
  const needed = kinds.length === 0 ? 'no property' : `no name but ${describeKinds(kinds.map(({ facts }) => facts))}`;
  return { path: '', rank: 'forbidden', produced, needed, examples };
}
