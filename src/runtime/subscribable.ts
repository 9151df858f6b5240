import { UriPattern } from './uri-pattern.js';

/** Whether clients may subscribe to a resource, by its URI: to these, and to those of these templates. */
export function subscribableOf(uris: readonly string[], templates: readonly string[]): (uri: string) => boolean {
  const own = new Set(uris);
  const patterns = templates.map((template) => new UriPattern(template));
  return (uri) => own.has(uri) || patterns.some((pattern) => pattern.match(uri) !== undefined);
}
