import type { ProjectPackage } from '../../config/read-package.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { doIntersect, isRange } from '../../versions/ranges.js';
import { isRequired, type PlacedDependency } from './place.js';

/**
 * A needed package is asked for by package.json, in versions of which some will do. What is asked for by a tag, a path or an
 * address is only known once it is installed, and looked at when the server starts.
 */
export function checkPackage(needed: PlacedDependency, { declared }: ProjectPackage): Diagnostic[] {
  const { name, version: range = '' } = needed.dependency;
  const found = declared.get(name);
  const span = needed.at('name');
  if (found === undefined || found.list === 'devDependencies') {
    if (!isRequired(needed)) return [];
    return [diagnose('dependencies/package-undeclared', { name, range, list: found?.list }, { span })];
  }
  if (range === '' || !isRange(found.range) || doIntersect(range, found.range)) return [];
  const params = { name, range, declared: found.range };
  return [diagnose('dependencies/package-range', params, { span: needed.at('version') })];
}
