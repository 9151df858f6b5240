import type { ResultMapping } from '../../../manifest/manifest.generated.js';
import type { ToolModel } from '../../../model/model.js';

/** A tool whose result can feed another one, as `composable_with` says and `check/` has verified. */
export interface CompositionEdge {
  readonly from: ToolModel;
  readonly to: ToolModel;
  /** How the result becomes the input; without it the whole result does. */
  readonly mapping?: readonly ResultMapping[];
}

/** Tools that are connected with each other, whatever the direction, and their edges; both in the order of names. */
export interface Component {
  readonly tools: readonly ToolModel[];
  readonly edges: readonly CompositionEdge[];
}

/** Every edge of a contract, by the names of its ends. */
export function compositionEdges(tools: readonly ToolModel[]): CompositionEdge[] {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return tools.flatMap((from) => {
    const names = [...new Set(from.composition?.composable_with ?? [])].sort();
    return names.flatMap((name) => {
      const to = byName.get(name);
      const mapping = from.composition?.mappings?.[name];
      return to === undefined ? [] : [{ from, to, ...(mapping === undefined ? {} : { mapping }) }];
    });
  });
}

/** The connected parts of a graph, the largest first; tools that nothing connects are in none. */
export function componentsOf(edges: readonly CompositionEdge[]): Component[] {
  const parents = new Map<ToolModel, ToolModel>();
  const rootOf = (tool: ToolModel): ToolModel => {
    let root = tool;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== tool) parents.set(tool, root);
    return root;
  };
  for (const { from, to } of edges) {
    const [a, b] = [rootOf(from), rootOf(to)];
    // The earlier name leads, so that the order of the edges does not matter.
    if (a !== b) parents.set(a.name < b.name ? b : a, a.name < b.name ? a : b);
  }
  const groups = new Map<ToolModel, CompositionEdge[]>();
  for (const edge of edges) {
    const root = rootOf(edge.from);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [edge]);
    else group.push(edge);
  }
  const components = [...groups.values()].map((group) => ({ tools: toolsOf(group), edges: group }));
  return components.sort((a, b) => b.tools.length - a.tools.length || b.edges.length - a.edges.length);
}

function toolsOf(edges: readonly CompositionEdge[]): ToolModel[] {
  const tools = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [...tools].sort((a, b) => (a.name < b.name ? -1 : 1));
}
