// Copied by mcpgen from its tested runtime. Do not edit.

import type {
  Client,
  CompleteRequest,
  GetPromptResult,
  RequestOptions,
  Resource,
  ResourceLink,
} from '@modelcontextprotocol/client';
import { type CallOptions, inOurErrors, requestOptionsOf } from './call.js';
import { type ClientOptions, type ContractClient, callDefaults } from './client.js';
import { type ListKind, type Subscription, subscribeToList, subscribeToResource } from './client-changes.js';
import { listResources } from './list-offers.js';
import type { PromptDescriptor } from './prompt-descriptor.js';
import type { ResourceDescriptor, TemplateDescriptor } from './resource-descriptor.js';
import { type ResourceReading, toReading } from './resource-reading.js';
import { UriPattern } from './uri-pattern.js';
import { type CompleteDifference, verifyOffers } from './verify-offers.js';

/** One resource of the contract. */
export interface ResourceMethods {
  readonly uri: string;
  readonly read: (options?: CallOptions) => Promise<ResourceReading>;
}

export interface SubscribableResource extends ResourceMethods {
  /** Calls back whenever the server says that it has changed. */
  readonly onUpdated: (callback: () => void) => Promise<Subscription>;
}

/** One template of the contract. `Completed` are the variables whose values the server completes. */
export interface TemplateMethods<Variables, Completed extends string = never> {
  /** Throws a `TypeError` for values that no URI can hold. */
  readonly uri: (variables: Variables) => string;
  readonly read: (variables: Variables, options?: CallOptions) => Promise<ResourceReading>;
  readonly complete: Completers<Variables, Completed>;
}

export interface ListableTemplate<Variables> {
  /** The resources of this template that the server lists. */
  readonly list: () => Promise<readonly ListedInstance<Variables>[]>;
}

export interface SubscribableTemplate<Variables> {
  readonly onUpdated: (variables: Variables, callback: () => void) => Promise<Subscription>;
}

export type ListedInstance<Variables> = Resource & { readonly variables: Variables };

/** One prompt of the contract. `Completed` are the arguments whose values the server completes. */
export interface PromptMethods<Arguments, Completed extends string = never> {
  readonly get: (
    ...args: object extends Arguments
      ? [args?: Arguments, options?: CallOptions]
      : [args: Arguments, options?: CallOptions]
  ) => Promise<GetPromptResult>;
  readonly complete: Completers<Arguments, Completed>;
}

/** One function for each value that is completed; `others` is what has been filled in already. */
export type Completers<Values, Completed extends string> = {
  readonly [Name in Completed]: (
    value: string,
    others?: { readonly [Other in keyof Values]?: string | undefined },
    options?: CallOptions,
  ) => Promise<Completion>;
};

/** Values that begin as the given one does, or are meant by it: at most 100. */
export interface Completion {
  readonly values: readonly string[];
  /** How many there are in all, if the server says so. */
  readonly total?: number | undefined;
  readonly hasMore: boolean;
}

/** The contract as a client needs it: a descriptor for each method. */
export interface OfferTables {
  readonly resources?: Readonly<Record<string, ResourceDescriptor>>;
  readonly resourceTemplates?: Readonly<Record<string, TemplateDescriptor>>;
  readonly prompts?: Readonly<Record<string, PromptDescriptor>>;
}

/** What a client has beside the methods of each kind. */
export interface OfferFunctions {
  /** Reads any resource, such as one that a tool's answer links to. */
  readonly readResource: (
    resource: string | Pick<ResourceLink, 'uri'>,
    options?: CallOptions,
  ) => Promise<ResourceReading>;
  /** Calls back whenever the server says that one of its lists has changed. */
  readonly onListChanged: (kind: ListKind, callback: () => void) => Promise<Subscription>;
  /** Compares what the server lists now with the contract that this client was generated from. */
  readonly verifyContract: () => Promise<CompleteDifference>;
}

/** A client with methods for resources, templates and prompts beside its tools. */
export type WithOffers<Client, Offers> = Omit<Client, keyof OfferFunctions> & Offers & OfferFunctions;

/** Gives a client the methods of the contract's resources, templates and prompts. */
export function withOffers<Tools, Base extends ContractClient<Tools>, Offers>(
  client: Base,
  tables: OfferTables,
  options: ClientOptions = {},
): WithOffers<Base, Offers> {
  const { raw } = client;
  const { timeoutMs } = callDefaults(options);
  const send: Send = (name, callOptions, request) => {
    const timeout = callOptions.timeout ?? timeoutMs;
    const sent = () => request(requestOptionsOf(callOptions, timeout));
    return inOurErrors(name, timeout, callOptions.signal, sent);
  };
  const read: Read = async (name, uri, callOptions = {}) => {
    const params = { uri, ...metaOf(callOptions) };
    return toReading(await send(name, callOptions, (requestOptions) => raw.readResource(params, requestOptions)));
  };
  const complete: Complete = async (ref, name, value, others = {}, callOptions = {}) => {
    const given = Object.entries(others).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const params = {
      ref,
      argument: { name, value },
      ...(given.length > 0 && { context: { arguments: Object.fromEntries(given) } }),
    };
    const { completion } = await send(name, callOptions, (requestOptions) => raw.complete(params, requestOptions));
    return { values: completion.values, total: completion.total, hasMore: completion.hasMore ?? false };
  };
  const functions: OfferFunctions & Record<string, unknown> = {
    ...mapTable('resources', tables.resources, (resource) => resourceMethods(raw, resource, read)),
    ...mapTable('resourceTemplates', tables.resourceTemplates, (each) => templateMethods(raw, each, read, complete)),
    ...mapTable('prompts', tables.prompts, (prompt) => promptMethods(raw, prompt, send, complete)),
    readResource: (resource, callOptions) => {
      const uri = typeof resource === 'string' ? resource : resource.uri;
      return read(uri, uri, callOptions);
    },
    onListChanged: (kind, callback) => subscribeToList(raw, kind, callback),
    verifyContract: async () => verifyOffers(raw, await client.verifyContract(), tables),
  };
  // The tables have a descriptor for each method, and the descriptors are what the methods' types were made of.
  return { ...client, ...functions } as unknown as WithOffers<Base, Offers>;
}

/** Sends one request about what has this name, and rejects as a call of a tool does. */
type Send = <Result>(
  name: string,
  options: CallOptions,
  request: (options: RequestOptions) => Promise<Result>,
) => Promise<Result>;
type Read = (name: string, uri: string, options?: CallOptions) => Promise<ResourceReading>;
type Complete = (
  ref: CompleteRequest['params']['ref'],
  name: string,
  value: string,
  others?: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<Completion>;
type Values = Readonly<Record<string, unknown>>;

function resourceMethods(raw: Client, { name, uri }: ResourceDescriptor, read: Read): SubscribableResource {
  return {
    uri,
    read: (options) => read(name, uri, options),
    onUpdated: (callback) => subscribeToResource(raw, uri, callback),
  };
}

function templateMethods(
  raw: Client,
  { name, uriTemplate, completions = [] }: TemplateDescriptor,
  read: Read,
  complete: Complete,
): TemplateMethods<Values, string> & ListableTemplate<Values> & SubscribableTemplate<Values> {
  const pattern = new UriPattern(uriTemplate);
  return {
    uri: (variables) => pattern.expand(variables),
    read: async (variables, options) => read(name, pattern.expand(variables), options),
    complete: completersOf({ type: 'ref/resource', uri: uriTemplate }, completions, complete),
    list: async () =>
      (await listResources(raw)).flatMap((resource) => {
        const variables = pattern.match(resource.uri);
        return variables === undefined ? [] : [{ ...resource, variables }];
      }),
    onUpdated: async (variables, callback) => subscribeToResource(raw, pattern.expand(variables), callback),
  };
}

function promptMethods(
  raw: Client,
  { name, completions = [] }: PromptDescriptor,
  send: Send,
  complete: Complete,
): PromptMethods<Values, string> {
  return {
    get: async (args = {}, options: CallOptions = {}) => {
      const given = Object.entries(args).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const params = { name, arguments: Object.fromEntries(given), ...metaOf(options) };
      return send(name, options, (requestOptions) => raw.getPrompt(params, requestOptions));
    },
    complete: completersOf({ type: 'ref/prompt', name }, completions, complete),
  };
}

function metaOf({ meta }: CallOptions): { readonly _meta?: Record<string, unknown> } {
  return meta === undefined ? {} : { _meta: { ...meta } };
}

function completersOf(
  ref: CompleteRequest['params']['ref'],
  completions: readonly { readonly name: string }[],
  complete: Complete,
): Completers<Values, string> {
  const functions = completions.map(({ name }) => [
    name,
    (value: string, others?: Values, options?: CallOptions) => complete(ref, name, value, others, options),
  ]);
  return Object.fromEntries(functions) as Completers<Values, string>;
}

function mapTable<Descriptor, Methods>(
  kind: string,
  table: Readonly<Record<string, Descriptor>> | undefined,
  methodsOf: (descriptor: Descriptor) => Methods,
): Record<string, unknown> {
  if (table === undefined) return {};
  return { [kind]: Object.fromEntries(Object.entries(table).map(([name, each]) => [name, methodsOf(each)])) };
}
