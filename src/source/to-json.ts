import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import type { JsonObject, JsonValue } from '../json.js';
import { exceeded } from '../limits/exceeded.js';
import type { LimitName, Limits } from '../limits/limits.js';
import { numberProblem } from './exact-number.js';
import { PlaceMap, type Range } from './place-map.js';
import { resolveAliases } from './resolve-aliases.js';
import { trimmedSpan } from './source-doc.js';

const shareHelp = 'schemas are shared through `schemas:` and `$ref: "#/schemas/Name"`';

/**
 * The document as JSON, or findings at their tokens. `yaml`'s own `toJS` is not used: it merges keys that differ
 * only in type, rounds numbers, throws without a place, and its check for duplicate keys is quadratic.
 */
export function toJson(
  document: Document.Parsed,
  file: SourceFile,
  limits: Limits,
): { value: JsonValue; places: PlaceMap; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const places = new PlaceMap();
  const open = new Set<Node>();
  // Without an asterisk there is none, and most files have none.
  const targets: ReturnType<typeof resolveAliases> = file.text.includes('*') ? resolveAliases(document) : new Map();
  let copiedBytes = 0;
  const reported = new Set<LimitName>();

  const spanOf = (node: Node) => trimmedSpan(file, node.range?.[0] ?? 0, node.range?.[1] ?? 0);

  /** The value of a node, which is an item unless it has a key. */
  function visit(node: Node | null, depth: number, name?: string, key?: Node): JsonValue {
    const nameAt = rangeOf(key);
    const place = places.open(node === null ? [nameAt[1], nameAt[1]] : rangeOf(node), name, nameAt);
    const value = contentOf(node, depth);
    places.close(place);
    return value;
  }

  function contentOf(node: Node | null, depth: number): JsonValue {
    if (node === null) return null;
    if ((isMap(node) || isSeq(node)) && isBeyond('yamlDepth', depth, node)) return null;
    if (isAlias(node)) return visitAlias(node, depth);
    if (node.tag !== undefined) {
      diagnostics.push(diagnose('yaml/tag', { tag: sourceTag(node) }, { span: spanOfTag(node) }));
      return null;
    }
    if (isScalar(node)) return visitScalar(node);
    if (isMap(node)) return visitMap(node, depth);
    if (isSeq(node)) {
      open.add(node);
      const items = node.items.map((item) => visit(item as Node | null, depth + 1));
      open.delete(node);
      return items;
    }
    return null;
  }

  /** Reports a limit once a file: what follows has the same cause. */
  function isBeyond(setting: LimitName, value: number, node: Node): boolean {
    if (value <= limits[setting]) return false;
    if (!reported.has(setting)) {
      const atLeast = setting === 'yamlDepth' || setting === 'aliasBytes';
      diagnostics.push(exceeded(setting, value, limits, { span: spanOf(node), atLeast }));
    }
    reported.add(setting);
    return true;
  }

  function visitAlias(node: Alias, depth: number): JsonValue {
    const target = targets.get(node);
    if (isBeyond('yamlAliases', targets.size, node)) return null;
    const [start, end] = target?.range ?? [0, 0];
    copiedBytes += end - start;
    if (isBeyond('aliasBytes', copiedBytes, node)) return null;
    const problem =
      target === undefined ? 'has no anchor' : open.has(target) ? 'stands inside what it refers to' : undefined;
    if (problem !== undefined) {
      const help = target === undefined ? `a text that starts with \`*\` needs quotes; ${shareHelp}` : undefined;
      diagnostics.push(diagnose('yaml/alias', { name: node.source, problem }, { span: spanOf(node), help }));
      return null;
    }
    return contentOf(target ?? null, depth);
  }

  function visitScalar(node: Scalar): JsonValue {
    const { value } = node;
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      if (!value.isWellFormed()) reportCharacter(node, value);
      return value;
    }
    const text = node.source ?? String(value);
    const problem = typeof value === 'number' ? numberProblem(text, value) : 'is not a JSON number';
    if (problem !== undefined) {
      diagnostics.push(diagnose('yaml/number', { text, problem }, { span: spanOf(node) }));
      // A number all the same, so that what stands around it can be judged.
      return 1;
    }
    return value as number;
  }

  function reportCharacter(node: Node, text: string): void {
    const at = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
    const character = `U+${(at?.[0].charCodeAt(0) ?? 0).toString(16).toUpperCase()} (half of a surrogate pair)`;
    diagnostics.push(diagnose('yaml/forbidden-character', { character }, { span: spanOf(node) }));
  }

  function visitMap(node: YAMLMap, depth: number): JsonValue {
    const object: JsonObject = {};
    const tooMany = node.items[limits.yamlKeys]?.key as Node | undefined;
    if (tooMany !== undefined && isBeyond('yamlKeys', node.items.length, tooMany)) return object;
    const seen = new Map<string, Node>();
    open.add(node);
    for (const pair of node.items) {
      const keyNode = pair.key as Node;
      const key = keyOf(keyNode);
      if (key === undefined) continue;
      const first = seen.get(key);
      if (first !== undefined) {
        const related = [{ message: 'it stands here first', span: spanOf(first) }];
        diagnostics.push(diagnose('yaml/duplicate-key', { key }, { span: spanOf(keyNode), related }));
        continue;
      }
      seen.set(key, keyNode);
      if (key === '__proto__' || (key === '<<' && (keyNode as Scalar).type === 'PLAIN')) {
        diagnostics.push(diagnose('yaml/forbidden-key', { key }, { span: spanOf(keyNode) }));
        continue;
      }
      object[key] = visit(pair.value as Node | null, depth + 1, key, keyNode);
    }
    open.delete(node);
    return object;
  }

  function keyOf(node: Node): string | undefined {
    if (isScalar(node) && node.tag === undefined && typeof node.value === 'string') {
      if (!node.value.isWellFormed()) reportCharacter(node, node.value);
      return node.value;
    }
    const kind = isScalar(node)
      ? node.value === null
        ? 'null'
        : `a ${typeof node.value}`
      : isAlias(node)
        ? 'an alias'
        : 'a collection';
    const help = kind === 'a collection' ? 'a text that starts with a bracket needs quotes' : undefined;
    diagnostics.push(diagnose('yaml/non-string-key', { kind }, { span: spanOf(node), help }));
    return undefined;
  }

  const value = visit(document.contents, 1);
  return { value, places, diagnostics };

  function spanOfTag(node: Node) {
    const tag = sourceTag(node);
    const start = file.text.lastIndexOf(tag, node.range?.[0] ?? 0);
    return start === -1 ? spanOf(node) : { file, start, end: start + tag.length };
  }

  function sourceTag(node: Node): string {
    return node.tag?.replace(/^tag:yaml\.org,2002:/, '!!') ?? '';
  }
}

function rangeOf(node: Node | undefined): Range {
  const [start, end] = node?.range ?? [0, 0];
  return [start, end];
}
