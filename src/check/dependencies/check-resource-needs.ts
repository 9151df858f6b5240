import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import { isAbsolute } from '../resources/uri-fault.js';
import type { PlacedDependency } from './place.js';

/**
 * A needed resource is one of the contract, by its name or its URI, or one of somebody else's by its URI: those are only known where
 * they are.
 */
export function checkResourceNeeds({ resources }: Manifests, all: readonly PlacedDependency[]): Diagnostic[] {
  const names = new Set(resources.map(({ name }) => name));
  return all.flatMap(({ dependency: { type, name }, at }) => {
    if (type !== 'resource' || names.has(name) || isUri(name)) return [];
    const suggestion = didYouMean(name, [...names]);
    return [diagnose('dependencies/unknown', { type, name, suggestion }, { span: at('name') })];
  });
}

function isUri(name: string): boolean {
  return isAbsolute(name) && !/\s/.test(name) && URL.canParse(name);
}
