import { type Code, paragraphs } from '../emit/code/code.js';
import type { JsonObject } from '../json.js';
import { Evaluator } from './evaluator.js';
import { extractTypes } from './extract-types.js';
import { printDeclaration } from './print.js';
import { SchemaIndex } from './schema-index.js';
import { TypeBuilder } from './type-builder.js';
import { TypeNames } from './type-names.js';

/** A schema to declare types for. */
export interface TypeRequest {
  /** Self-contained and checked: `$ref` leads to places inside it, and no cycle is made of in-place applicators only. */
  readonly schema: JsonObject;
  /** The type of the root, such as `CreateTicketInput`. */
  readonly name: string;
  /** Which way the values go. Both ways the types take what the schema takes; only the comments differ. */
  readonly side: 'input' | 'output';
  /** JSON pointer inside this schema, such as `/$defs/Ticket`, to the name of a type that is declared elsewhere. */
  readonly shared: ReadonlyMap<string, string>;
  /** Names that local types must not have. */
  readonly taken?: ReadonlySet<string>;
}

export interface DeclaredTypes {
  /** The root first, then each local definition that it needs, in the order in which they are met. */
  readonly declarations: Code;
  /** The shared type names in use, sorted. */
  readonly imports: readonly string[];
  readonly names: readonly string[];
}

/**
 * TypeScript declarations for a schema of any of the four dialects. They take every value that the schema takes, and refuse
 * of the rest what TypeScript can say and a reader can follow. The same schema gives the same text.
 */
export function declareTypes(request: TypeRequest): DeclaredTypes {
  const { schema, name, side, shared, taken } = request;
  const names = new TypeNames([name, ...shared.values(), ...(taken ?? [])]);
  const builder = new TypeBuilder(new Evaluator(new SchemaIndex(schema)), side, shared, names, name);
  builder.declare('', name);
  const declarations = extractTypes(builder.finish(), names);
  return {
    declarations: paragraphs(declarations.map(printDeclaration)),
    imports: [...builder.imports].sort(),
    names: declarations.map((declaration) => declaration.name),
  };
}
