import type { Html } from '../html/html.js';

/** One schema, described for people. */
export interface SchemaNode {
  /** What kind of value, in a few words. */
  readonly type: Html;
  readonly description?: string;
  /** What else the value must satisfy, or is known of it. */
  readonly facts: readonly Fact[];
  readonly parts: readonly SchemaPart[];
}

/** One thing that a schema says beside the type, such as the range of lengths. */
export interface Fact {
  readonly name: string;
  readonly value?: Html;
}

/** A schema inside another one. */
export interface SchemaPart {
  /** The member's name, where it has one; otherwise words, such as `each item`. */
  readonly label: Html;
  readonly isNamed: boolean;
  readonly isRequired: boolean;
  readonly node: SchemaNode;
}
