import type { JsonObject } from '../../json.js';
import { isEnhanced, serverExtensions } from '../../model/extensions.js';
import type { Model } from '../../model/model.js';
import { hasTasks } from '../../model/task-support.js';
import { TASKS_CAPABILITY } from '../../runtime/task-extension.js';
import { completedValues } from '../offers/completable.js';

/** What the contract's server answers to `server/discover`, for clients that connect without asking. */
export function embeddedDiscovery(model: Model): JsonObject {
  const { instructions, ...serverInfo } = model.server;
  return {
    serverInfo: serverInfo as unknown as JsonObject,
    capabilities: serverCapabilities(model),
    ...(instructions !== undefined && { instructions }),
  };
}

function serverCapabilities(model: Model): JsonObject {
  const { tools, resources, resourceTemplates, prompts, protocol } = model;
  const templatesAndPrompts = [...resourceTemplates, ...prompts];
  const hasResources = resources.length + resourceTemplates.length > 0;
  const hasTools = tools.length > 0 || (!hasResources && prompts.length === 0);
  const isSubscribable = [...resources, ...resourceTemplates].some(({ subscribable }) => subscribable);
  const changing = (kind: 'tools' | 'prompts' | 'resources') => ({ listChanged: protocol.listChanged.includes(kind) });
  const extensions = {
    ...(isEnhanced(model) && serverExtensions(model)),
    ...(hasTasks(model) && TASKS_CAPABILITY),
  };
  return {
    ...(hasTools && { tools: changing('tools') }),
    ...(hasResources && { resources: { ...changing('resources'), ...(isSubscribable && { subscribe: true }) } }),
    ...(prompts.length > 0 && { prompts: changing('prompts') }),
    ...(templatesAndPrompts.some((offer) => completedValues(offer).length > 0) && { completions: {} }),
    ...(protocol.deprecated.includes('logging') && { logging: {} }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}
