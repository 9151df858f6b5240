import { type Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';

/** Where the innermost bracket stands that is open at an offset, as far as the broken document tells. */
export function openBracketAt(document: Document.Parsed, offset: number, opener: '[' | '{'): number | undefined {
  let found: number | undefined;
  visit(document, (_key, node) => {
    if (!(opener === '[' ? isSeq(node) : isMap(node)) || !isCollection(node) || !node.flow) return;
    const start = node.range?.[0];
    if (start !== undefined && start < offset) found = Math.max(found ?? 0, start);
  });
  return found;
}

/** Where the quoted text starts that ends, without its quote, at an offset. */
export function openQuoteAt(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, (_key, node) => {
    if (!isScalar(node) || (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE')) return;
    const start = node.range?.[0];
    if (start !== undefined && start < offset) found = Math.max(found ?? 0, start);
  });
  return found;
}
