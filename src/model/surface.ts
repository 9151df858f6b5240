import type { JsonObject } from '../json.js';
import type { Questions } from '../manifest/manifest.generated.js';
import { authorizationDefinition } from './authorization.js';
import type { Model } from './model.js';
import { promptContract, resourceContract, templateContract } from './offer-definition.js';
import { taskTools } from './task-support.js';
import { toolDefinition } from './tool-definition.js';

/** The lists of a contract that clients are served. */
export type Offers = Pick<Model, 'resources' | 'resourceTemplates' | 'prompts'>;

/** The sections of `contract.json` beside the tools: only those that the contract has. */
export function offerSections(offers: Offers, withDigests: boolean): JsonObject {
  const section = <Offer extends { readonly digest: string; readonly ask?: Questions }>(
    name: string,
    list: readonly Offer[],
    contract: (offer: Offer) => JsonObject,
  ): JsonObject => {
    if (list.length === 0) return {};
    const told = ({ digest, ask }: Offer): JsonObject => ({
      digest,
      ...(ask !== undefined && { ask: ask as unknown as JsonObject }),
    });
    return { [name]: list.map((each) => ({ ...contract(each), ...(withDigests && told(each)) })) };
  };
  return {
    ...section('resources', offers.resources, resourceContract),
    ...section('resourceTemplates', offers.resourceTemplates, templateContract),
    ...section('prompts', offers.prompts, promptContract),
  };
}

/**
 * What the contract's digest is taken over: the surface a modern client is served, what a caller needs to be allowed to call, and which calls
 * are answered with a task. The server's version is left out, so that a release without a change of the surface keeps the digest.
 */
export function surfaceOf(
  model: Pick<Model, 'server' | 'tools' | 'authorization'> & Offers,
): JsonObject & { readonly tools: readonly JsonObject[] } {
  const { version: _, ...server } = model.server;
  const { authorization } = model;
  const tools = model.tools.map(toolDefinition);
  const tasks = taskTools(model).map((tool) => [tool.name, { ...tool.tasks }]);
  const surface = {
    server: server as unknown as JsonObject,
    tools,
    ...offerSections(model, false),
    ...(tasks.length > 0 && { tasks: Object.fromEntries(tasks) }),
  };
  if (authorization === undefined) return surface;
  const scopes = model.tools.flatMap((tool) => (tool.scopes === undefined ? [] : [[tool.name, [...tool.scopes]]]));
  return {
    ...surface,
    authorization: authorizationDefinition(authorization),
    scopes: { tools: Object.fromEntries(scopes) },
  };
}
