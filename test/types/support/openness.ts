import ts from 'typescript';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/json.js';
import { SchemaIndex } from '../../../src/types/schema-index.js';

/** How much a text of types, or a schema, leaves open. */
export interface Openness {
  /** Members, items, and values of other members. */
  places: number;
  /** Places that take every value. */
  unknown: number;
  any: number;
  /** Index signatures; objects that take members beyond those they list. */
  open: number;
  /** Those of them that take every value. */
  openToAll: number;
}

export function noOpenness(): Openness {
  return { places: 0, unknown: 0, any: 0, open: 0, openToAll: 0 };
}

/** Counts what stands in a text of type declarations. */
export function opennessOfTypes(text: string, counts: Openness): void {
  const visit = (node: ts.Node): void => {
    const isIndex = ts.isIndexSignatureDeclaration(node);
    if (ts.isPropertySignature(node) || ts.isArrayTypeNode(node) || isIndex) counts.places += 1;
    if (ts.isTupleTypeNode(node)) counts.places += node.elements.length;
    if (isIndex) {
      counts.open += 1;
      if (node.type.kind === ts.SyntaxKind.UnknownKeyword) counts.openToAll += 1;
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) counts.any += 1;
    if (node.kind === ts.SyntaxKind.UnknownKeyword) counts.unknown += 1;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('types.ts', text, ts.ScriptTarget.ES2023));
}

const says = [
  '$ref type enum const allOf anyOf oneOf not if properties required additionalProperties patternProperties',
  'items prefixItems minItems',
]
  .join(' ')
  .split(' ');

function saysNothing(schema: JsonValue | undefined): boolean {
  return (
    schema === undefined ||
    schema === true ||
    (isJsonObject(schema) && !says.some((name) => Object.hasOwn(schema, name)))
  );
}

/** Counts what the schemas themselves leave open, each definition that is reached once. */
export function opennessOfSchema(root: JsonObject, counts: Openness): void {
  const index = new SchemaIndex(root);
  const seen = new Set<string>();
  const place = (schema: JsonValue | undefined, pointer: string) => {
    counts.places += 1;
    if (saysNothing(schema)) counts.unknown += 1;
    visit(schema, pointer);
  };
  const visit = (schema: JsonValue | undefined, pointer: string): void => {
    if (!isJsonObject(schema) || seen.has(pointer)) return;
    seen.add(pointer);
    const { $ref, type, properties, items, additionalProperties: others } = schema;
    const target = typeof $ref === 'string' ? index.resolve($ref, pointer) : undefined;
    if (target !== undefined) visit(index.at(target), target);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches = schema[keyword];
      if (Array.isArray(branches))
        for (const [at, branch] of branches.entries()) visit(branch, `${pointer}/${keyword}/${at}`);
    }
    const has = (name: string) => type === name || (Array.isArray(type) && type.includes(name));
    const literal = schema['enum'] !== undefined || schema['const'] !== undefined;
    if (has('array') && !literal) place(Array.isArray(items) ? undefined : items, `${pointer}/items`);
    for (const [name, property] of Object.entries(isJsonObject(properties) ? properties : {}))
      place(property, `${pointer}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if ((!has('object') && properties === undefined) || literal || others === false) return;
    counts.open += 1;
    if (saysNothing(others)) counts.openToAll += 1;
    place(others, `${pointer}/additionalProperties`);
  };
  visit(root, '');
}
