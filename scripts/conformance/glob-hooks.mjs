// Hooks of Node's module loader: the suite gets an `fs` with a `globSync`, and nobody else does.
const SUITE = '/node_modules/@modelcontextprotocol/conformance/';
const STAND_IN = 'conformance-fs:';
const SOURCE = `
export * from 'node:fs';
export { default } from 'node:fs';
export function globSync() {
  throw new Error('fs.globSync needs Node 22');
}
`;

export function resolve(specifier, context, next) {
  const isOfSuite = context.parentURL?.includes(SUITE) === true;
  if (isOfSuite && (specifier === 'fs' || specifier === 'node:fs')) return { url: STAND_IN, shortCircuit: true };
  return next(specifier, context);
}

export function load(url, context, next) {
  return url === STAND_IN ? { format: 'module', source: SOURCE, shortCircuit: true } : next(url, context);
}
