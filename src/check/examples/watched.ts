/**
 * The same JSON value, whose reading is noticed: `onRead` is called whenever a member or an item is looked at, and ends the
 * reading when it throws. A schema that refers to itself in two branches holds a value of depth n against itself 2^n times, and
 * nothing can interrupt a validator from outside.
 */
export function watched(value: unknown, onRead: () => void): unknown {
  const known = new WeakMap<object, object>();
  const watch = (each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return each;
    const proxy = known.get(each) ?? new Proxy(each, handler);
    known.set(each, proxy);
    return proxy;
  };
  const handler: ProxyHandler<object> = {
    get: (target, key) => {
      onRead();
      return watch(Reflect.get(target, key));
    },
    getOwnPropertyDescriptor: (target, key) => {
      onRead();
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  };
  return watch(value);
}
