import { isJsonObject } from '../../json.js';
import type { Contract, ToolView, WorkflowView } from './contract.js';
import type { SubschemaView } from './schema-view.js';

/** One argument that callers may name, and the tool or workflow that takes it. */
export interface Parameter {
  readonly name: string;
  readonly owner: ToolView | WorkflowView;
  readonly subschema: SubschemaView;
}

/** The parameters of all tools and workflows, in the order of the manifests. Those of an input that is a reference are found behind it. */
export function* parametersOf({ tools, workflows }: Pick<Contract, 'tools' | 'workflows'>): Generator<Parameter> {
  for (const owner of [...tools, ...workflows]) {
    for (const subschema of membersOf(owner.input.subschemas[0])) {
      yield { name: String(subschema.path.at(-1)), owner, subschema };
    }
  }
}

/** The names of one's parameters. Where nothing has to be followed to find them, nothing of the schema is looked into. */
export function parameterNamesOf({ input }: ToolView | WorkflowView): readonly string[] {
  const { $ref, properties } = input.root;
  if ($ref !== undefined) return membersOf(input.subschemas[0]).map(({ path }) => String(path.at(-1)));
  return isJsonObject(properties) ? Object.keys(properties).filter((name) => isJsonObject(properties[name])) : [];
}

/** A parameter by its name. */
export function parameterOf(owner: ToolView | WorkflowView, name: string): SubschemaView | undefined {
  return membersOf(owner.input.subschemas[0]).find(({ path }) => path.at(-1) === name);
}

/** The properties of an object schema, as far as they are schemas; through references. */
export function membersOf(root: SubschemaView | undefined): readonly SubschemaView[] {
  const seen = new Set<SubschemaView>();
  const found: SubschemaView[] = [];
  for (let each = root; each !== undefined && !seen.has(each); each = each.target) {
    seen.add(each);
    found.push(...each.children.filter(({ keyword }) => keyword === 'properties'));
  }
  return found;
}
