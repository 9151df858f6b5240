// Copied by mcpgen from its tested runtime. Do not edit.

import type { ClientCapabilities, Transport } from '@modelcontextprotocol/client';
import { type ClientDefinition, type ClientOptions, type ContractClient, createContractClient } from './client.js';
import type { CompositionGraph } from './composition.js';
import { CORE_EXTENSION, type CoreCapability } from './core.js';
import { type DiscoveredTool, type DiscoverFilter, discover } from './discover.js';
import { type Enhanced, negotiate } from './negotiation.js';
import { type PlanOptions, type Plans, plan } from './plan.js';
import type { Vocabulary } from './plan-ends.js';

/** A client of a contract that uses Enhanced MCP 2.0. `Names` are the names that the contract knows. */
export interface EnhancedClient<Tools, Names extends Vocabulary = Vocabulary> extends ContractClient<Tools> {
  /** What was negotiated with the server. */
  readonly enhanced: Enhanced;
  /** Asks the server which tools it has now, and returns those that meet the filter. */
  readonly discover: (
    filter?: DiscoverFilter<Names['category'], Names['capability']> | DiscoverFilter,
  ) => Promise<readonly DiscoveredTool[]>;
  /** The pipelines that the contract allows between what is at hand and what is wanted. Asks nobody. */
  readonly plan: (options: PlanOptions<Names>) => Plans;
}

/** The contract as an enhanced client needs it. */
export interface EnhancedDefinition<Tools> extends ClientDefinition<Tools> {
  /** What the client says of itself under `org.enhanced-mcp/core`. */
  readonly core: CoreCapability;
  readonly composition: CompositionGraph;
}

/** As `createContractClient`; the client also declares what it knows of Enhanced MCP 2.0, and reads what the server declares. */
export async function createEnhancedClient<Tools, Names extends Vocabulary>(
  definition: EnhancedDefinition<Tools>,
  transport: Transport,
  options: ClientOptions = {},
): Promise<EnhancedClient<Tools, Names>> {
  const core = { ...definition.core, ...(options.capabilities?.sampling !== undefined && { sampling: true }) };
  const capabilities = withExtensions(core, options.capabilities);
  const client = await createContractClient<Tools>(definition, transport, { ...options, capabilities });
  return {
    ...client,
    enhanced: negotiate(capabilities.extensions?.[CORE_EXTENSION], client.raw.getServerCapabilities()?.extensions),
    discover: (filter) => discover(client.raw, filter),
    plan: (wanted) => plan(definition.composition, wanted),
  };
}

/** What the author declares stays as it is. */
function withExtensions(core: CoreCapability, capabilities: ClientCapabilities = {}): ClientCapabilities {
  const areas = core.supportedFeatures.map((area) => [`org.enhanced-mcp/${area}`, {}]);
  // The SDK's type has mutable lists; it does not write to them.
  const own = { ...Object.fromEntries(areas), [CORE_EXTENSION]: core } as ClientCapabilities['extensions'];
  return { ...capabilities, extensions: { ...own, ...capabilities.extensions } };
}
