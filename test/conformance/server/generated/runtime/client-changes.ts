// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client, SubscriptionFilter } from '@modelcontextprotocol/client';

/** Something that a client is told of until it says that it has heard enough. */
export interface Subscription {
  readonly stop: () => Promise<void>;
  /** Resolves when nothing more comes: `local` after `stop`, `graceful` when the server has ended it, `remote` when the connection is lost. */
  readonly ended: Promise<'local' | 'graceful' | 'remote'>;
}

/** What a server may have a new list of. */
export type ListKind = 'tools' | 'resources' | 'prompts';

/** What is told of one client, by what it is of: a URI, or the kind of a list. */
interface Topic {
  readonly listeners: Set<() => void>;
  /** Asks the server for it, once for all listeners. */
  readonly opened: Promise<Subscription>;
}

const topicsOf = new WeakMap<Client, Map<string, Topic>>();

/**
 * Calls back whenever the server says that a resource has changed; what it holds then is for the caller to read. Rejects with the SDK's error
 * when the server cannot be asked, and with an `Error` when it does not tell of this resource.
 */
export function subscribeToResource(client: Client, uri: string, callback: () => void): Promise<Subscription> {
  return listen(client, `resource ${uri}`, callback, {
    filter: { resourceSubscriptions: [uri] },
    isHonored: ({ resourceSubscriptions }) => resourceSubscriptions?.includes(uri) === true,
    legacy: {
      start: () => client.subscribeResource({ uri }),
      stop: () => client.unsubscribeResource({ uri }),
    },
  });
}

/** Calls back whenever the server says that one of its lists has changed. Rejects as `subscribeToResource` does. */
export function subscribeToList(client: Client, kind: ListKind, callback: () => void): Promise<Subscription> {
  const member = `${kind}ListChanged` as const;
  return listen(client, `list ${kind}`, callback, {
    filter: { [member]: true },
    isHonored: (honored) => honored[member] === true,
  });
}

interface Wish {
  readonly filter: SubscriptionFilter;
  readonly isHonored: (honored: SubscriptionFilter) => boolean;
  /** How a client of an older revision is told; absent: without asking. */
  readonly legacy?: { readonly start: () => Promise<unknown>; readonly stop: () => Promise<unknown> };
}

async function listen(client: Client, key: string, callback: () => void, wish: Wish): Promise<Subscription> {
  const topics = topicsOf.get(client) ?? newTopics(client);
  // Each call is a listener of its own, also with the same function.
  const listener = (): void => callback();
  const topic: Topic = topics.get(key) ?? { listeners: new Set(), opened: open(client, key, wish) };
  topics.set(key, topic);
  topic.listeners.add(listener);
  const forget = (): void => {
    topic.listeners.delete(listener);
    if (topic.listeners.size === 0 && topics.get(key) === topic) topics.delete(key);
  };
  let shared: Subscription;
  try {
    shared = await topic.opened;
  } catch (error) {
    forget();
    throw error;
  }
  let stopHere: () => void = () => undefined;
  const stoppedHere = new Promise<'local'>((resolve) => {
    stopHere = () => resolve('local');
  });
  void shared.ended.then(forget);
  return {
    stop: async () => {
      forget();
      stopHere();
      if (topic.listeners.size === 0) await shared.stop();
    },
    ended: Promise.race([stoppedHere, shared.ended]),
  };
}

async function open(client: Client, key: string, { filter, isHonored, legacy }: Wish): Promise<Subscription> {
  if (client.getProtocolEra() === 'modern') {
    const subscription = await client.listen(filter);
    if (!isHonored(subscription.honoredFilter)) {
      await subscription.close();
      throw new Error(`the server tells nobody of changes of the ${key}`);
    }
    return { stop: () => subscription.close(), ended: subscription.closed };
  }
  await legacy?.start();
  let end: (cause: 'local' | 'remote') => void = () => undefined;
  const ended = new Promise<'local' | 'remote'>((resolve) => {
    end = resolve;
  });
  const others = client.onclose;
  client.onclose = () => {
    others?.();
    end('remote');
  };
  return {
    stop: async () => {
      end('local');
      await legacy?.stop();
    },
    ended,
  };
}

function newTopics(client: Client): Map<string, Topic> {
  const topics = new Map<string, Topic>();
  topicsOf.set(client, topics);
  const tell = (key: string): void => {
    for (const listener of topics.get(key)?.listeners ?? []) listener();
  };
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => tell(`resource ${params.uri}`));
  client.setNotificationHandler('notifications/tools/list_changed', () => tell('list tools'));
  client.setNotificationHandler('notifications/resources/list_changed', () => tell('list resources'));
  client.setNotificationHandler('notifications/prompts/list_changed', () => tell('list prompts'));
  return topics;
}
