import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JsonValue } from '../json.js';
import type { Model } from './model.js';

/** SHA-256 over the RFC 8785 (JSON Canonicalization Scheme) form of a value, as `sha256-<hex>`. */
export function digestOf(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a JSON value always has a canonical form');
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * Identifies everything that the output is made from, the compiler apart. Maps are objects in it, so that the canonical form sees
 * what is in them. A section that a contract does not have is no part of it: what mcpgen learns to declare changes no digest.
 */
export function modelDigest(model: Model): string {
  const { resources, resourceTemplates, prompts, ...always } = model;
  const sections = Object.entries({ resources, resourceTemplates, prompts }).filter(([, list]) => list.length > 0);
  const plain = JSON.stringify({ ...always, ...Object.fromEntries(sections) }, (_key, value) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
  return digestOf(JSON.parse(plain) as JsonValue);
}
