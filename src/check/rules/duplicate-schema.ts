import { isJsonObject, jsonKey } from '../../json.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

/** Smaller objects are no shorter as references. */
const fewestProperties = 3;

/** Places that are named; more would hide the first. */
const mostNamed = 5;

export const duplicateSchema = defineRule({
  id: 'duplicate-schema',
  summary: 'An object that stands in several places is written once, in `schemas:`.',
  scope: 'contract',
  levels: { recommended: 'off', strict: 'info' },
  options: {
    places: { type: 'integer', description: 'Places in which the same object stands.', default: 3, minimum: 2 },
  },
  *check({ schemas }, { places }) {
    const objects = schemas.flatMap(({ subschemas }) => subschemas.filter(isOfUse));
    // The names alone tell most of them apart, and cost little.
    const alike = groupsOf(objects, namesOf).filter(({ length }) => length >= places);
    const repeated = alike.flatMap((group) => groupsOf(group, contentOf)).filter(({ length }) => length >= places);
    const inner = new Set(repeated.flat());
    for (const group of repeated) {
      const [first, ...others] = group;
      // What repeats a whole repeats its parts.
      if (first === undefined || group.every((each) => isWithin(each, inner))) continue;
      yield {
        message: `this object is written out in ${group.length} places`,
        span: first.locate([], 'key'),
        help: 'give it a name below `schemas:`, and write `$ref: "#/schemas/Name"` in its places',
        related: others.slice(0, mostNamed).map((each) => ({ message: 'also here', span: each.locate([], 'key') })),
      };
    }
  },
});

function isOfUse({ schema: { properties } }: SubschemaView): boolean {
  return isJsonObject(properties) && Object.keys(properties).length >= fewestProperties;
}

function groupsOf(all: readonly SubschemaView[], keyOf: (each: SubschemaView) => string): SubschemaView[][] {
  const groups = new Map<string, SubschemaView[]>();
  for (const each of all) {
    const key = keyOf(each);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [each]);
    else same.push(each);
  }
  return [...groups.values()];
}

function namesOf({ schema: { properties } }: SubschemaView): string {
  return Object.keys(properties ?? {})
    .sort()
    .join('\n');
}

/** Without its own title and description, which may be about the place. */
function contentOf({ schema: { title: _, description: __, ...content } }: SubschemaView): string {
  return jsonKey(content);
}

function isWithin({ parent }: SubschemaView, others: ReadonlySet<SubschemaView>): boolean {
  for (let each = parent; each !== undefined; each = each.parent) if (others.has(each)) return true;
  return false;
}
