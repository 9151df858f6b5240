import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { repetitions } from '../repetitions.js';
import type { PlacedDependency } from './place.js';

/** Nothing declares services, so that only their names tell which are the same: two spellings of one are a slip. */
export function checkServices(all: readonly PlacedDependency[]): Diagnostic[] {
  const services = all.filter(({ dependency }) => dependency.type === 'service');
  return repetitions(services, ({ dependency }) => dependency.name.toLowerCase()).flatMap(({ entry, first }) => {
    const [{ name }, { name: other }] = [entry.dependency, first.dependency];
    if (name === other) return [];
    const related = [{ message: 'it is spelled like this here', span: first.at('name') }];
    return [diagnose('dependencies/spelling', { name, other }, { span: entry.at('name'), related })];
  });
}
