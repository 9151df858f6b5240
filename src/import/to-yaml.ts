import { Document, Pair, Scalar, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';
import { mapTag, type StringifyContext, seqTag, stringifyString } from 'yaml/util';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, toPointer } from '../json.js';
import type { ImportedEntry } from './to-declaration.js';
import { blockStyle, inlineText, numberText, quotedLines } from './yaml-text.js';

const lineWidth = 100;
/** A map or list that fits into this stays on one line. */
const flowWidth = 80;

/** Entries of one list at the top of a manifest. */
export type Section = readonly [name: string, entries: readonly ImportedEntry[]];

/** The text of a manifest with these lists; `heading` is the comment of its first line, without the `#`. */
export function toManifest(sections: readonly Section[], heading: string): string {
  const root = new PaddedMap();
  for (const [position, [name, entries]] of sections.entries()) {
    const list = new TightList();
    for (const [index, { declaration, comments }] of entries.entries()) {
      const entry = new Builder(comments).node(declaration, [], 4);
      entry.spaceBefore = index > 0;
      list.add(entry);
    }
    const key = scalar(name);
    key.spaceBefore = position > 0;
    root.add(new Pair(key, list));
  }
  return render(root, heading);
}

/** The text of a file with this object, in the same style. */
export function toYaml(value: JsonObject, heading: string): string {
  return render(new Builder(new Map()).node(value, [], 0), heading);
}

function render(contents: YAMLMap | YAMLSeq | Scalar, heading: string): string {
  const document = new Document(null, { version: '1.2', customTags: () => [mapTag, seqTag, scalarTag] });
  document.contents = contents;
  const text = document.toString({ lineWidth, indent: 2 });
  return `# ${heading.replace(/\s+/g, ' ')}\n${text}`;
}

/** `{ type: string }`, but `[a, b]`: the library has one setting for both. */
class PaddedMap extends YAMLMap {
  override toString(context?: StringifyContext, onComment?: () => void, onChompKeep?: () => void): string {
    return super.toString(context && { ...context, flowCollectionPadding: ' ' }, onComment, onChompKeep);
  }
}

class TightList extends YAMLSeq {
  override toString(context?: StringifyContext, onComment?: () => void, onChompKeep?: () => void): string {
    return super.toString(context && { ...context, flowCollectionPadding: '' }, onComment, onChompKeep);
  }
}

/** Every scalar is spelled by yaml-text.ts; the library only lays out blocks. */
const scalarTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value !== 'object' || value === null,
  resolve: (text) => text,
  stringify: (item, context, onComment, onChompKeep) => {
    const { value } = item;
    if (typeof value !== 'string') return typeof value === 'number' ? numberText(value) : String(value);
    if (context.implicitKey === true || context.inFlow === true) return inlineText(value, context.inFlow === true);
    return valueText(value, context, onComment, onChompKeep);
  },
};

function valueText(value: string, context: StringifyContext, onComment?: () => void, onChompKeep?: () => void): string {
  const style = blockStyle(value, lineWidth - context.indent.length);
  if (style === 'inline') return inlineText(value, false);
  if (style === 'quoted') return quotedLines(value, context.indent);
  const type = style === 'literal' ? Scalar.BLOCK_LITERAL : Scalar.BLOCK_FOLDED;
  return stringifyString({ value, type }, context, onComment, onChompKeep);
}

function scalar(value: JsonValue): Scalar {
  return new Scalar(value);
}

/** Builds the nodes of one tool; an instance knows the comments that belong to it. */
class Builder {
  readonly #comments: ReadonlyMap<string, string>;

  constructor(comments: ReadonlyMap<string, string>) {
    this.#comments = comments;
  }

  /** `column` is where the value begins, as far as it can be known before the text is laid out. */
  node(value: JsonValue, path: JsonPath, column: number): YAMLMap | YAMLSeq | Scalar {
    if (typeof value !== 'object' || value === null) return this.#leaf(value, path);
    const flow = path.length > 0 && this.#fitsOnOneLine(value, path, column);
    const collection = Array.isArray(value) ? this.#list(value, path, column) : this.#map(value, path, column);
    collection.flow = flow;
    return collection;
  }

  #leaf(value: JsonValue, path: JsonPath): Scalar {
    const node = scalar(value);
    const comment = this.#comments.get(toPointer(path));
    if (comment !== undefined) node.comment = ` ${comment}`;
    return node;
  }

  #list(items: readonly JsonValue[], path: JsonPath, column: number): YAMLSeq {
    const list = new TightList();
    for (const [index, item] of items.entries()) list.add(this.node(item, [...path, index], column + 4));
    return list;
  }

  #map(object: JsonObject, path: JsonPath, column: number): YAMLMap {
    const map = new PaddedMap();
    for (const [key, member] of Object.entries(object)) {
      // Not `add`, which compares with every key before: that is quadratic.
      map.items.push(new Pair(scalar(key), this.node(member, [...path, key], column + 2)));
    }
    return map;
  }

  #fitsOnOneLine(value: JsonObject | JsonValue[], path: JsonPath, column: number): boolean {
    const key = inlineText(String(path.at(-1)), false);
    const room = Math.min(flowWidth, lineWidth - column - key.length);
    return flowLength(value, 0, room) <= room && !this.#hasCommentBelow(path);
  }

  #hasCommentBelow(path: JsonPath): boolean {
    if (this.#comments.size === 0) return false;
    const prefix = `${toPointer(path)}/`;
    return [...this.#comments.keys()].some((pointer) => pointer.startsWith(prefix));
  }
}

/**
 * How long a value is on one line, or Infinity when it should not be on one: a text of several lines, a map with
 * properties to describe, or more than two levels. Stops counting beyond `room`.
 */
function flowLength(value: JsonValue, depth: number, room: number): number {
  if (typeof value === 'string')
    return value.includes('\n') ? Number.POSITIVE_INFINITY : inlineText(value, true).length;
  if (typeof value !== 'object' || value === null) return String(value).length;
  const entries = Object.entries(value);
  if (entries.length === 0) return 2;
  const properties = isJsonObject(value) ? value['properties'] : undefined;
  if (depth > 2 || (isJsonObject(properties) && Object.keys(properties).length > 0)) return Number.POSITIVE_INFINITY;
  let length = 2;
  for (const [key, member] of entries) {
    const name = Array.isArray(value) ? 0 : inlineText(key, true).length + 2;
    length += name + flowLength(member, depth + 1, room) + 2;
    if (length > room) return Number.POSITIVE_INFINITY;
  }
  return length;
}
