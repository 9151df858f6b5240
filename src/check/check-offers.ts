import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonPath } from '../json.js';
import { exceeded } from '../limits/exceeded.js';
import type { LimitName, Limits } from '../limits/limits.js';
import type { Manifests, OfferEntry } from '../manifest/read-manifests.js';
import { offersOf } from './offers.js';

/** The sizes of the texts of resources, templates and prompts; their schema bounds what is not for reading. */
export function checkOffers(manifests: Manifests, limits: Limits): Diagnostic[] {
  return offersOf(manifests).flatMap((entry) => checkSizes(entry, limits));
}

function checkSizes({ declaration, origin }: OfferEntry, limits: Limits): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const hold = (setting: LimitName, text: string | undefined, ...path: JsonPath) => {
    const length = text?.length ?? 0;
    if (length <= limits[setting]) return;
    diagnostics.push(exceeded(setting, length, limits, { span: origin.doc.locate([...origin.path, ...path], 'key') }));
  };
  hold('titleLength', declaration.title, 'title');
  hold('descriptionLength', declaration.description, 'description');
  for (const [index, { title, description }] of ('arguments' in declaration ? declaration.arguments : []).entries()) {
    hold('titleLength', title, 'arguments', index, 'title');
    hold('descriptionLength', description, 'arguments', index, 'description');
  }
  return diagnostics;
}
