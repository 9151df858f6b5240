/** Words that TypeScript modules in strict mode refuse as a binding, and globals that a binding or a type would hide. */
export const reservedWords: ReadonlySet<string> = new Set(
  `abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete
  do else enum eval export extends false finally for from function get global globalThis if implements import in infer instanceof
  interface is keyof let module namespace never new null number object of out override package private protected public readonly
  require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var
  void while with yield AbortSignal Array ArrayBuffer Awaited Boolean Buffer Date Error Exclude Extract Function Infinity Iterator JSON
  Map Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap ReadonlySet
  Record RegExp Required ReturnType Set String Symbol URL Uint8Array WeakMap WeakSet`.split(/\s+/),
);
