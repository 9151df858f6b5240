import {
  type EmptyResult,
  InMemoryServerEventBus,
  type McpRequestContext,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerCapabilities,
  type ServerEvent,
  type ServerEventBus,
  type SubscribeRequest,
  type UnsubscribeRequest,
} from '@modelcontextprotocol/server';
import type { ContextExtra } from './context.js';
import { onRequest } from './on-request.js';
import type { ChangeService } from './server.js';

/** Tells clients what has changed. Each is told only what it asked for. All functions may be taken out of it. */
export interface Notifier {
  readonly toolsChanged: () => void;
  readonly promptsChanged: () => void;
  /** The lists of resources and of resource templates. */
  readonly resourcesChanged: () => void;
  /** What the resource with this URI holds is another than before. */
  readonly resourceUpdated: (uri: string) => void;
}

/** What the contract says may change while the server runs. */
export interface ChangeRules {
  readonly listChanged: readonly ('tools' | 'prompts' | 'resources')[];
  /** Whether clients may subscribe to a resource; absent when they may to none. */
  readonly isSubscribable?: (uri: string) => boolean;
}

export interface ChangeOptions {
  /**
   * Carries what changes to all that serve clients. Default: one within this process. Where there are several processes, one that
   * publishes to all of them.
   */
  readonly bus?: ServerEventBus | undefined;
}

/** URIs that one client of an older revision may subscribe to. */
const MAX_SUBSCRIBED = 1_000;

/**
 * What may change of a server, and who is told: streams of `subscriptions/listen` (MCP 2026-07-28, "Subscriptions"), and clients of
 * older revisions that have a session. `Told` is the part of `Notifier` that the contract allows.
 */
export class Changes<Told extends Partial<Notifier> = Partial<Notifier>> implements ChangeService {
  readonly bus: ServerEventBus;
  readonly notify: Told;
  readonly #rules: ChangeRules;
  /** What clients of older revisions have subscribed to. */
  readonly #subscribed = new WeakMap<McpServer, Set<string>>();

  constructor(rules: ChangeRules, { bus }: ChangeOptions = {}) {
    this.#rules = rules;
    this.bus = bus ?? new InMemoryServerEventBus();
    this.notify = notifier(rules, (event) => this.bus.publish(event)) as Told;
  }

  /** Gives handlers `ctx.notify`. */
  readonly extra: ContextExtra = () => ({ notify: this.notify });

  /** What a server declares, with what may change. */
  declare(capabilities: ServerCapabilities): ServerCapabilities {
    const { listChanged, isSubscribable } = this.#rules;
    const subscribe = isSubscribable !== undefined && { resources: { ...capabilities.resources, subscribe: true } };
    const declared: ServerCapabilities = { ...capabilities, ...subscribe };
    return {
      ...declared,
      ...Object.fromEntries(listChanged.map((kind) => [kind, { ...declared[kind], listChanged: true }])),
    };
  }

  /** Lets clients of older revisions subscribe to resources. Modern ones do so where the server is served. */
  install(mcp: McpServer, { era }: McpRequestContext): void {
    const { isSubscribable } = this.#rules;
    if (era === 'modern' || isSubscribable === undefined) return;
    const subscribed = new Set<string>();
    this.#subscribed.set(mcp, subscribed);
    onRequest<SubscribeRequest, EmptyResult>(mcp.server, 'resources/subscribe', ({ params: { uri } }) => {
      if (!isSubscribable(uri))
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Nothing is told of ${uri}`, { uri });
      if (subscribed.size >= MAX_SUBSCRIBED && !subscribed.has(uri)) {
        throw new ProtocolError(ProtocolErrorCode.InternalError, 'Subscription limit reached');
      }
      subscribed.add(uri);
      return {};
    });
    onRequest<UnsubscribeRequest, EmptyResult>(mcp.server, 'resources/unsubscribe', ({ params: { uri } }) => {
      subscribed.delete(uri);
      return {};
    });
  }

  /** Tells the client of one connection, until it ends. Who serves single requests has no need of it. */
  readonly attach = (mcp: McpServer, onerror: (error: unknown) => void): void => {
    const stop = this.bus.subscribe((event) => {
      if (this.#isFor(mcp, event)) mcp.server.notification(toNotification(event)).catch(onerror);
    });
    const { server } = mcp;
    const before = server.onclose;
    server.onclose = () => {
      stop();
      before?.();
    };
  };

  #isFor(mcp: McpServer, event: ServerEvent): boolean {
    const { server } = mcp;
    if (server.getNegotiatedProtocolVersion() === undefined) return false;
    const subscribed = this.#subscribed.get(mcp);
    return event.kind !== 'resource_updated' || subscribed === undefined || subscribed.has(event.uri);
  }
}

/** Gives the handlers of a mounted contract a `ctx.notify` that tells the clients of that server. */
export function notifyOn(mcp: McpServer, rules: ChangeRules, { bus }: ChangeOptions = {}): ContextExtra {
  const send = (event: ServerEvent): void => void mcp.server.notification(toNotification(event)).catch(() => undefined);
  const notify = notifier(rules, bus === undefined ? send : (event) => bus.publish(event));
  return () => ({ notify });
}

/** Where nobody listens, as when examples are run. */
export const notifyNobody = (rules: ChangeRules): ContextExtra => {
  const notify = notifier(rules, () => undefined);
  return () => ({ notify });
};

function notifier(rules: ChangeRules, publish: (event: ServerEvent) => void): Partial<Notifier> {
  const { listChanged, isSubscribable } = rules;
  return {
    ...(listChanged.includes('tools') && { toolsChanged: () => publish({ kind: 'tools_list_changed' }) }),
    ...(listChanged.includes('prompts') && { promptsChanged: () => publish({ kind: 'prompts_list_changed' }) }),
    ...(listChanged.includes('resources') && { resourcesChanged: () => publish({ kind: 'resources_list_changed' }) }),
    ...(isSubscribable !== undefined && {
      resourceUpdated: (uri: string) => {
        if (!isSubscribable(uri)) throw new TypeError(`the contract lets nobody subscribe to ${uri}`);
        publish({ kind: 'resource_updated', uri });
      },
    }),
  };
}

const METHODS = {
  tools_list_changed: 'notifications/tools/list_changed',
  prompts_list_changed: 'notifications/prompts/list_changed',
  resources_list_changed: 'notifications/resources/list_changed',
} as const;

function toNotification(event: ServerEvent): Parameters<McpServer['server']['notification']>[0] {
  if (event.kind === 'resource_updated') {
    return { method: 'notifications/resources/updated', params: { ...event.params, uri: event.uri } };
  }
  return { method: METHODS[event.kind], ...(event.params !== undefined && { params: event.params }) };
}
