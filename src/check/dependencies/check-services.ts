import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PlacedDependency } from './place.js';

/** Nothing declares services, so that only their names tell which are the same: two spellings of one are a slip. */
export function checkServices(all: readonly PlacedDependency[]): Diagnostic[] {
  const first = new Map<string, PlacedDependency>();
  return all.flatMap((each) => {
    const { type, name } = each.dependency;
    if (type !== 'service') return [];
    const other = first.get(name.toLowerCase());
    if (other === undefined) first.set(name.toLowerCase(), each);
    if (other === undefined || other.dependency.name === name) return [];
    const related = [{ message: 'it is spelled like this here', span: other.at('name') }];
    return [
      diagnose('dependencies/spelling', { name, other: other.dependency.name }, { span: each.at('name'), related }),
    ];
  });
}
