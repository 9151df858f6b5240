/** The specifier by which one TypeScript file imports another: relative, with `/` and the extension `.js`. */
export function relativeImport(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.replace(/\.ts$/, '.js').split('/');
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared++;
  const up = source.length - shared;
  return [...(up === 0 ? ['.'] : Array<string>(up).fill('..')), ...target.slice(shared)].join('/');
}
