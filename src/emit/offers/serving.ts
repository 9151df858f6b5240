import type { JsonObject } from '../../json.js';
import { promptsAsk } from '../../model/asks.js';
import type { Model } from '../../model/model.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral } from '../code/literal.js';
import { importTypes, importValues } from '../code/module.js';

/** What `server/index.ts` says about resources, templates and prompts, and about how lists are answered. */
export interface OfferServing {
  readonly imports: readonly Code[];
  /** Members of the definition that `createServer` makes its server of. */
  readonly members: readonly Code[];
  readonly constants: readonly Code[];
  /** The functions that put each kind on a server that exists. */
  readonly functions: readonly Code[];
}

/** `options` are those that are given to the functions that put each kind on a server that exists, `changing` is added to their type. */
export function offerServing(
  { resources, resourceTemplates, prompts, caching, pageSize }: Model,
  options: Code,
  changing: Code,
): OfferServing {
  const hasResources = resources.length > 0;
  const hasTemplates = resourceTemplates.length > 0;
  const hasPrompts = prompts.length > 0;
  const asks = promptsAsk({ prompts });
  const both = list([hasResources ? ts`resources` : ts`[]`, hasTemplates ? ts`resourceTemplates` : ts`[]`]);
  const sections = [
    ...(hasResources || hasTemplates ? [ts`serveResources(${both})`] : []),
    ...(hasPrompts ? [ts`servePrompts(prompts)`] : []),
  ];
  const kinds = list(
    [...(hasResources ? [ts`'resources'`] : []), ...(hasTemplates ? [ts`'resourceTemplates'`] : [])],
    ' | ',
  );
  return {
    imports: [
      ...(caching === undefined ? [] : [importTypes(['Caching'], '../runtime/section.js')]),
      ...(hasPrompts
        ? [
            importValues(['prompts'], '../prompts/index.js'),
            importValues(['registerContractPrompts', 'servePrompts'], '../runtime/prompts.js'),
          ]
        : []),
      ...(hasResources || hasTemplates
        ? [importValues(['registerContractResources', 'serveResources'], '../runtime/resources.js')]
        : []),
      ...(hasResources ? [importValues(['resources'], '../resources/index.js')] : []),
      ...(hasTemplates ? [importValues(['resourceTemplates'], '../resource-templates/index.js')] : []),
    ],
    members: [
      ...(sections.length === 0 ? [] : [ts`sections: [${list(sections)}]`]),
      ...(caching === undefined ? [] : [ts`caching`]),
      ...(pageSize === undefined ? [] : [ts`pageSize: ${jsonLiteral(pageSize)}`]),
    ],
    constants:
      caching === undefined
        ? []
        : [
            lines(
              docComment('How long answers may be kept.'),
              ts`const caching: Caching = ${jsonLiteral(caching as JsonObject)};`,
            ),
          ],
    functions: [
      ...(hasResources || hasTemplates
        ? [
            lines(
              docComment(resourcesDoc),
              ts`export function registerResources<Services>(
  server: McpServer,
  handlers: Pick<Handlers<Services>, ${kinds}>,
  options: ToolOptions<Services>${changing},
): void {
  registerContractResources(server, ${both}, handlers, ${options});
}`,
            ),
          ]
        : []),
      ...(hasPrompts
        ? [
            lines(
              docComment(promptsDoc),
              ts`export function registerPrompts<Services>(
  server: McpServer,
  handlers: Pick<Handlers<Services>, 'prompts'>,
  options: ToolOptions<Services>${asks ? ts` & { readonly input?: InputOptions | undefined }` : nothing}${changing},
): void {
  registerContractPrompts(server, prompts, handlers, ${options}${asks ? ts`, inputFromClients(options.input)` : nothing});
}`,
            ),
          ]
        : []),
    ],
  };
}

const resourcesDoc =
  'Puts the resources and templates on an `McpServer` that exists already, which lists them in the SDK’s own words. Call it before anything else on that server completes values.';
const promptsDoc =
  'Puts the prompts on an `McpServer` that exists already, which lists them in the SDK’s own words. Call it before anything else on that server completes values.';
