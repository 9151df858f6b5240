import type { JsonObject } from '../../json.js';
import type { Model } from '../../model/model.js';
import { type Need, type Prerequisites, prerequisitesOf } from '../../model/prerequisites.js';
import { comparatorsOf } from '../../versions/ranges.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral, propertyKey } from '../code/literal.js';
import { importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';

/** `server/prerequisites.ts`: what must be there when the server starts, and the function that looks for it; nothing when nothing must. */
export function emitPrerequisites(model: Model): EmittedFile[] {
  const found = prerequisitesOf(model);
  if (found === undefined) return [];
  const hasServices = found.services.length > 0;
  const hasEnvironment = model.environment.length > 0;
  const head = hasServices ? ts`services: ServiceChecks, ` : nothing;
  return [
    {
      path: `${model.paths.output}/server/prerequisites.ts`,
      kind: 'generated',
      text: moduleText(
        [
          ts`import type { Environment } from '../runtime/environment.js';`,
          ts`import { type PrerequisiteOptions, Prerequisites as Checked${hasServices ? ts`, type ServiceCheck` : nothing} } from '../runtime/prerequisites.js';`,
          hasEnvironment ? importValues(['environment'], './environment.js') : nothing,
        ],
        ts`export { PrerequisiteError, type PrerequisiteOptions } from '../runtime/prerequisites.js';`,
        lines(
          docComment('What the tools of the contract depend on, and must be there when the server starts.'),
          ts`export const prerequisites = ${definition(model, found, hasEnvironment)} as const;`,
        ),
        lines(
          docComment('The proof that everything is there, and the values of the variables in `environment:`.'),
          ts`export type Prerequisites = Checked<Environment<typeof prerequisites.environment>>;`,
        ),
        hasServices ? probes(found.services) : nothing,
        lines(
          docComment(
            'Looks for all of it at once. Rejects with a `PrerequisiteError` that names everything that is missing; what is not required is only logged.',
          ),
          ts`export function checkPrerequisites(${head}options?: PrerequisiteOptions): Promise<Prerequisites> {
  return Checked.check(prerequisites, ${hasServices ? ts`{ ...services }` : ts`{}`}, options);
}`,
        ),
      ),
    },
  ];
}

function definition(model: Model, { variables, packages, services }: Prerequisites, hasEnvironment: boolean): Code {
  const all = (needs: readonly Need[]) => jsonLiteral(needs.map(withRange));
  return ts`{
  server: ${jsonLiteral(model.server.name)},
  environment${hasEnvironment ? nothing : ts`: []`},
  variables: ${all(variables)},
  packages: ${all(packages)},
  services: ${all(services)},
}`;
}

/** The range is taken apart here, so that a server needs no library to look into it. */
function withRange(need: Need): JsonObject {
  const { version, ...rest } = need;
  const range = version === undefined ? undefined : comparatorsOf(version);
  return {
    ...(rest as unknown as JsonObject),
    ...(version !== undefined && { version }),
    ...(range !== undefined && { range }),
  };
}

function probes(services: readonly Need[]): Code {
  const members = services.map(({ name, required, description }) =>
    lines(
      docComment(description),
      ts`readonly ${propertyKey(name)}${required ? nothing : ts`?`}: ServiceCheck<VariableName>;`,
    ),
  );
  return lines(
    ts`type VariableName = (typeof prerequisites.environment)[number]['name'];`,
    nothing,
    docComment(
      'For each service a function that resolves when it answers and throws what is wrong when it does not, or `unchecked`: then every start logs that nobody has looked.',
    ),
    ts`export interface ServiceChecks {
  ${lines(members)}
}`,
  );
}
