import { type Alias, type Document, type Node, visit } from 'yaml';

/**
 * What each alias of a document stands for, undefined when its anchor is missing. One walk for all of them: the library's
 * own `resolve` walks the document for each.
 */
export function resolveAliases(document: Document.Parsed): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Alias: (_key, node) => {
      targets.set(node, anchors.get(node.source));
    },
    Value: (_key, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
