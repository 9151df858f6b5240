import type { JsonObject, JsonValue } from '../json.js';
import type { Members, SchemaNode, Statement } from './atom.js';
import type { SchemaGraph } from './schema-graph.js';
import { TooLarge } from './work.js';

/** A node as a self-contained schema of dialect 2020-12. */
export function writeSchema(graph: SchemaGraph, root: SchemaNode): JsonObject {
  const definitions: Record<string, JsonValue> = {};
  const names = new Map<SchemaNode, string>();
  const pending: SchemaNode[] = [];
  const refer = (node: SchemaNode): JsonValue => {
    if (node === graph.anything) return true;
    if (node === graph.nothing) return false;
    const name = names.get(node) ?? `n${names.size + 1}`;
    if (!names.has(node)) {
      names.set(node, name);
      pending.push(node);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const start = refer(root);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    graph.work.spend(1 + node.atoms.length);
    definitions[names.get(node) ?? ''] = allOf(node.atoms.map((atom) => write(atom, node as SchemaNode, refer)));
  }
  const whole = typeof start === 'object' ? start : { allOf: [start] };
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...(whole as JsonObject), $defs: definitions };
}

type Refer = (node: SchemaNode) => JsonValue;

/** Keywords that look at each other. */
const families = [
  ['properties', 'patternProperties', 'additionalProperties'],
  ['prefixItems', 'items'],
];

/** All at once. Statements stand together, unless keywords of one would change the meaning of another. */
function allOf(schemas: readonly JsonObject[]): JsonObject {
  const own: JsonObject = {};
  const others: JsonValue[] = [];
  // From inside of `allOf` what stands beside cannot be seen.
  const seesOthers = (schema: JsonObject) => Object.keys(schema).some((keyword) => keyword.startsWith('unevaluated'));
  for (const schema of schemas.toSorted((a, b) => Number(seesOthers(b)) - Number(seesOthers(a)))) {
    const keywords = Object.keys(schema).flatMap((each) => families.find((family) => family.includes(each)) ?? [each]);
    const isApart = keywords.some((keyword) => Object.hasOwn(own, keyword) || keyword === 'allOf');
    if (isApart) others.push(schema);
    else Object.assign(own, schema);
  }
  return others.length === 0 ? own : { ...own, allOf: others };
}

function write(statement: Statement, place: SchemaNode, refer: Refer): JsonObject {
  switch (statement.kind) {
    case 'never':
      return { not: {} };
    case 'type':
      return { type: [...statement.types] };
    case 'values':
      return statement.values.length === 1 ? { const: statement.values[0] ?? null } : { enum: [...statement.values] };
    case 'minimum':
    case 'maximum': {
      const keyword = statement.kind === 'minimum' ? 'Minimum' : 'Maximum';
      return { [statement.exclusive ? `exclusive${keyword}` : statement.kind]: statement.bound };
    }
    case 'multipleOf':
      return { multipleOf: statement.divisor };
    case 'pattern':
      return { pattern: statement.source };
    case 'format':
      // It only counts beside `type: string`.
      return { anyOf: [{ not: { type: 'string' } }, { type: 'string', format: statement.format }] };
    case 'uniqueItems':
      return { uniqueItems: true };
    case 'required':
      return { required: [statement.name] };
    case 'dependentRequired':
      return { dependentRequired: { [statement.name]: [statement.other] } };
    case 'dependentSchema':
      return { dependentSchemas: { [statement.name]: refer(statement.node) } };
    case 'items':
      return writeItems(statement, refer);
    case 'contains': {
      const { node, fewest, most, evaluates } = statement;
      const bounds = most === Number.POSITIVE_INFINITY ? {} : { maxContains: most };
      const schema = { contains: refer(node), minContains: fewest, ...bounds };
      return evaluates ? schema : withoutTrace(schema);
    }
    case 'members':
      return writeMembers(statement, refer);
    case 'propertyNames':
      return { propertyNames: refer(statement.node) };
    case 'not':
      return { not: refer(statement.node) };
    case 'all':
      return { allOf: statement.nodes.map(refer) };
    case 'any':
      return { anyOf: statement.nodes.map(refer) };
    case 'one':
      return { oneOf: statement.nodes.map(refer) };
    case 'if': {
      const { condition, positive, negative } = statement;
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword
      return { if: refer(condition), then: refer(positive), else: refer(negative) };
    }
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
      // What is evaluated can only be told where the keyword stands.
      if (statement.owner !== place) throw new TooLarge('a keyword apart from what it looks at');
      return { [statement.kind]: refer(statement.node) };
    default:
      return { [statement.kind]: statement.count };
  }
}

/** The same, of which `unevaluatedItems` sees nothing. */
function withoutTrace(schema: JsonObject): JsonObject {
  return { not: { not: schema } };
}

function writeItems({ prefix, rest, restGiven }: Statement & { kind: 'items' }, refer: Refer): JsonObject {
  const schema: JsonObject = prefix.length === 0 ? {} : { prefixItems: prefix.map(refer) };
  const others = refer(rest);
  return restGiven || others !== true ? { ...schema, items: others } : schema;
}

function writeMembers({ properties, patterns, rest, restGiven }: Members, refer: Refer): JsonObject {
  const others = refer(rest);
  const all = (members: ReadonlyMap<string, SchemaNode>) =>
    Object.fromEntries([...members].map(([name, node]) => [name, refer(node)]));
  return {
    ...(properties.size === 0 ? {} : { properties: all(properties) }),
    ...(patterns.size === 0 ? {} : { patternProperties: all(patterns) }),
    ...(restGiven || others !== true ? { additionalProperties: others } : {}),
  };
}
