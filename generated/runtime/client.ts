// Copied by mcpgen from its tested runtime. Do not edit.

import {
  Client,
  type ClientCapabilities,
  type ConnectOptions,
  type Implementation,
  type ClientOptions as SdkClientOptions,
  type Transport,
  type VersionNegotiationOptions,
} from '@modelcontextprotocol/client';
import { type CallDefaults, type CallOptions, type CompleteCall, callTool } from './call.js';
import type { ToolDescriptor } from './descriptor.js';
import { type EmbeddedDiscovery, embed, MODERN_REVISION } from './embedded-discovery.js';
import { inOrder } from './in-order.js';
import { type ContractDifference, verifyContract } from './verify.js';

/** What a caller decides about a client. */
export interface ClientOptions {
  /** How the client introduces itself. Default: the contract's name and version. */
  readonly info?: Implementation | undefined;
  /** `auto` (default) finds out what the server speaks; `modern` and `legacy` insist. */
  readonly era?: 'auto' | 'modern' | 'legacy' | undefined;
  /**
   * `ask` (default) asks the server what it is. `embedded` takes the contract's word for it, so that to connect sends nothing: for servers that are known to be built from
   * the same contract. The first request that is not understood asks after all, and rejects with a `DiscoveryError` when the server speaks another revision.
   */
  readonly discovery?: 'ask' | 'embedded' | undefined;
  /** Check inputs before they are sent. Default: yes. */
  readonly validateInput?: boolean | undefined;
  /** Check answers against the contract. Default: yes. */
  readonly validateOutput?: boolean | undefined;
  /** Milliseconds to wait for an answer. Default: 60,000. */
  readonly timeout?: number | undefined;
  readonly capabilities?: ClientCapabilities | undefined;
  /** Called before the client connects, to answer requests of the server such as elicitation. */
  readonly configure?: ((raw: Client) => void) | undefined;
}

/** A connected client. `Tools` has one method for each tool of the contract. */
export interface ContractClient<Tools> {
  readonly tools: Tools;
  /** The SDK's client, for everything that the contract does not describe. */
  readonly raw: Client;
  readonly era: 'modern' | 'legacy';
  /** Compares what the server lists now with the contract that this client was generated from. */
  readonly verifyContract: () => Promise<ContractDifference>;
  readonly close: () => Promise<void>;
}

/** The contract as a client needs it: who it is for, and a descriptor for each method of `Tools`. */
export interface ClientDefinition<Tools> {
  readonly info: Implementation;
  readonly tools: { readonly [Method in keyof Tools]: ToolDescriptor };
  readonly discovery?: EmbeddedDiscovery;
  /** In contracts that have tools with tasks. */
  readonly tasks?: ClientTaskSupport;
}

/** What a client needs to take a task for an answer; see client-tasks.ts. */
export interface ClientTaskSupport {
  readonly extensions: NonNullable<ClientCapabilities['extensions']>;
  readonly create: (info: Implementation, options: SdkClientOptions) => Client;
  readonly complete: CompleteCall;
}

/** Connects over any transport of the SDK. Rejects with the SDK's error when there is no connection, or no era in common. */
export async function createContractClient<Tools>(
  definition: ClientDefinition<Tools>,
  transport: Transport,
  options: ClientOptions = {},
): Promise<ContractClient<Tools>> {
  const { tasks } = definition;
  const capabilities = tasks === undefined ? options.capabilities : withExtensions(tasks, options.capabilities);
  const create = tasks?.create ?? newClient;
  const sdkOptions: SdkClientOptions = {
    versionNegotiation: negotiation(options.era),
    ...(capabilities !== undefined && { capabilities }),
  };
  const raw = inOrder(create(options.info ?? definition.info, sdkOptions));
  options.configure?.(raw);
  await raw.connect(transport, options.discovery === 'embedded' ? embedded(definition, options, raw) : undefined);

  const defaults = { ...callDefaults(options), complete: tasks?.complete };
  const descriptors = Object.entries<ToolDescriptor>(definition.tools);
  const methods = descriptors.map(([method, tool]) => [
    method,
    (input: unknown, callOptions?: CallOptions) => callTool(raw, tool, input, defaults, callOptions),
  ]);
  return {
    // The table has a descriptor for each method, and the descriptors' schemas are what the methods' types were made of.
    tools: Object.fromEntries(methods) as Tools,
    raw,
    era: raw.getProtocolEra() === 'modern' ? 'modern' : 'legacy',
    verifyContract: () => verifyContract(raw, Object.values<ToolDescriptor>(definition.tools)),
    close: () => raw.close(),
  };
}

/** What all calls of a client with these options share. */
export function callDefaults({ validateInput = true, validateOutput = true, timeout }: ClientOptions): CallDefaults {
  return { validateInput, validateOutput, timeoutMs: timeout ?? 60_000 };
}

function embedded<Tools>({ discovery }: ClientDefinition<Tools>, { era }: ClientOptions, raw: Client): ConnectOptions {
  if (discovery === undefined)
    throw new TypeError("discovery: 'embedded' needs a contract that says what its server is");
  if (era === 'legacy')
    throw new TypeError("discovery: 'embedded' is of the modern era, and era: 'legacy' of the older one");
  return embed(raw, discovery);
}

function newClient(info: Implementation, options: SdkClientOptions): Client {
  return new Client(info, options);
}

function withExtensions({ extensions }: ClientTaskSupport, capabilities: ClientCapabilities = {}): ClientCapabilities {
  return { ...capabilities, extensions: { ...extensions, ...capabilities.extensions } };
}

function negotiation(era: ClientOptions['era']): VersionNegotiationOptions {
  if (era === 'modern') return { mode: { pin: MODERN_REVISION } };
  return { mode: era ?? 'auto' };
}
