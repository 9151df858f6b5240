// Copied by mcpgen from its tested runtime. Do not edit.

/** What is there of a handler whose module is loaded by its first call. */
interface LazyHandler {
  (...call: readonly unknown[]): Promise<unknown>;
  /** Loads the module now, so that whatever is wrong with it is known before anybody calls. */
  readonly load: () => Promise<unknown>;
}

/**
 * A handler that is loaded when it is first called: a server of many tools starts as fast as one of few, and of a module that cannot be
 * loaded only the calls fail that need it. `load` imports the module by its path as it stands, which compilers and bundlers follow.
 *
 * It has the type of the handler itself, whose result is awaited in any case: to derive another one would be much of the work of a
 * compiler that checks a thousand of them.
 */
// biome-ignore lint/suspicious/noExplicitAny: of a module without a default export nothing else is to be said of its type.
export function lazy<Module extends { readonly default: any }>(load: () => Promise<Module>): Module['default'] {
  let handler: CallableFunction | undefined;
  const loaded = async (): Promise<CallableFunction> => {
    const { default: found } = await load();
    if (typeof found !== 'function')
      throw new TypeError('the module of the handler has no function as its default export');
    handler = found;
    return found;
  };
  const call = async (...given: readonly unknown[]): Promise<unknown> =>
    Reflect.apply(handler ?? (await loaded()), undefined, given);
  const lazyHandler: LazyHandler = Object.assign(call, { load: loaded });
  return lazyHandler as unknown as Module['default'];
}

/** Loads those handlers that are not loaded yet. Rejects with what is wrong with one of them. */
export async function loadHandlers(handlers: object): Promise<void> {
  const loading = Object.entries(handlers).map(async ([name, handler]) => {
    try {
      if (isLazy(handler)) await handler.load();
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`the handler of the tool "${name}" cannot be loaded: ${message}`, { cause });
    }
  });
  await Promise.all(loading);
}

function isLazy(handler: unknown): handler is LazyHandler {
  return typeof handler === 'function' && 'load' in handler && typeof handler.load === 'function';
}
