import type { JsonObject } from '../../json.js';
import type { Model } from '../../model/model.js';
import { lines, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral } from '../code/literal.js';
import { moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';

/** `server/environment.ts`: the declared variables, and a typed way to read them; nothing when there are none. */
export function emitEnvironment(model: Model): EmittedFile[] {
  if (model.environment.length === 0) return [];
  const variables = jsonLiteral(model.environment as unknown as JsonObject[]);
  return [
    {
      path: `${model.paths.output}/server/environment.ts`,
      kind: 'generated',
      text: moduleText(
        [
          ts`import { type Environment, type EnvironmentSource, readEnvironment as read } from '../runtime/environment.js';`,
        ],
        lines(
          docComment('The variables of `environment:` in mcpgen.yaml.'),
          ts`export const environment = ${variables} as const;`,
        ),
        lines(
          docComment('Their values. Throws an error that names every required variable that is not set.'),
          ts`export function readEnvironment(source?: EnvironmentSource): Environment<typeof environment> {
  return read(environment, source);
}`,
        ),
      ),
    },
  ];
}
