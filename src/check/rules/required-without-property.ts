import { didYouMean } from '../../diagnostics/suggest.js';
import { isJsonObject, type JsonValue } from '../../json.js';
import { hasParts, isPart } from '../lint/in-place.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

export const requiredWithoutProperty = defineRule({
  id: 'required-without-property',
  summary: 'What `required` names is among the `properties`.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ schemas }) {
    for (const { subschemas } of schemas) {
      for (const subschema of subschemas) {
        const { required, properties, additionalProperties } = subschema.schema;
        if (!Array.isArray(required) || required.length === 0 || !isAlone(subschema)) continue;
        const names = isJsonObject(properties) ? Object.keys(properties) : [];
        const known = new Set<JsonValue>(names);
        for (const [index, name] of required.entries()) {
          if (known.has(name)) continue;
          const suggestion = didYouMean(String(name), names);
          const consequence = additionalProperties === false ? ', and no other is allowed: nothing is valid' : '';
          yield {
            message: `${JSON.stringify(name)} is required, and not among the properties${consequence}`,
            span: subschema.locate(['required', index]),
            help: suggestion === undefined ? 'describe it below `properties`' : `did you mean \`${suggestion}\`?`,
          };
        }
      }
    }
  },
});

/** A part of a schema may require what another part describes, and patterns describe names that are not written out. */
function isAlone(subschema: SubschemaView): boolean {
  const { patternProperties, properties, additionalProperties } = subschema.schema;
  const isMap = isJsonObject(additionalProperties) || (additionalProperties === true && properties === undefined);
  return !isPart(subschema) && !hasParts(subschema) && patternProperties === undefined && !isMap;
}
