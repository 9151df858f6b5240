import type { JsonObject } from '../../json.js';
import { authorizationDefinition } from '../../model/authorization.js';
import type { Model } from '../../model/model.js';
import { offerSections } from '../../model/surface.js';
import { toolDefinition } from '../../model/tool-definition.js';
import { workflowDefinition } from '../../model/workflow-definition.js';
import type { EmittedFile } from '../emitted-file.js';

/**
 * `contract.json`: the whole surface as data, for comparison commands and other tools. A tool's digest is taken over the
 * RFC 8785 form of the members before it but `scopes`, and so is that of everything else; the contract's over all but the workflows, without
 * the version and the digests, since that is what a client is served, and over what a caller needs to be allowed to call and which calls become
 * tasks, where there is such a thing.
 */
export function emitContract(model: Model): EmittedFile {
  const contract: JsonObject = {
    mcpgen: 1,
    digest: model.digest,
    server: model.server as unknown as JsonObject,
    ...(model.authorization !== undefined && { authorization: authorizationDefinition(model.authorization) }),
    tools: model.tools.map((tool) => ({
      ...toolDefinition(tool),
      ...(tool.scopes !== undefined && { scopes: [...tool.scopes] }),
      digest: tool.digest,
      ...(tool.tasks !== undefined && { tasks: { ...tool.tasks } }),
      ...(tool.ask !== undefined && { ask: tool.ask as unknown as JsonObject }),
    })),
    ...offerSections(model, true),
    ...(model.workflows.length > 0 && { workflows: model.workflows.map(workflowDefinition) }),
  };
  return {
    path: `${model.paths.output}/contract.json`,
    kind: 'generated',
    text: `${JSON.stringify(contract, undefined, 2)}\n`,
  };
}
