import type { PromptDescriptor } from '../../../src/runtime/prompt-descriptor.js';
import { servePrompts } from '../../../src/runtime/prompts.js';
import type { HandlerSections } from '../../../src/runtime/register.js';
import type { ResourceDescriptor, TemplateDescriptor } from '../../../src/runtime/resource-descriptor.js';
import { serveResources } from '../../../src/runtime/resources.js';
import { type ContractServer, createContractServer, type ServerDefinition } from '../../../src/runtime/server.js';
import { INFO } from './contract.js';

export interface Offers {
  readonly resources?: readonly ResourceDescriptor[];
  readonly templates?: readonly TemplateDescriptor[];
  readonly prompts?: readonly PromptDescriptor[];
}

/** A server of resources, templates and prompts, and no tools; failures are swallowed unless the definition says otherwise. */
export function deskOf(
  { resources = [], templates = [], prompts = [] }: Offers,
  handlers: HandlerSections,
  more: Partial<ServerDefinition> = {},
): ContractServer {
  return createContractServer({
    info: INFO,
    tools: [],
    sections: [
      ...(resources.length + templates.length > 0 ? [serveResources(resources, templates)] : []),
      ...(prompts.length > 0 ? [servePrompts(prompts)] : []),
    ],
    handlers,
    ...more,
    options: { services: undefined, onError: () => undefined, ...more.options },
  });
}
