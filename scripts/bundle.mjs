// Joins the modules of dist into few, in dist/bundle: what the command and the library are loaded from. Finding, opening and linking six
// hundred files took longer than compiling twenty tools. Nothing is minified, so that a stack trace still tells where it was, and each
// import() begins a file of its own. Packages are joined too, as far as they are used, and are no dependencies then; those stay outside that are one
// large file, or a native one, or hold what comes under licences of others (viz: Graphviz); and ajv, whose code is told apart by its classes. The modules are CommonJS, since only that can be loaded with the
// code that V8 has made of it before: see src/start.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => readFileSync(at(path), 'utf8');
const write = (path, text) => writeFileSync(at(path), text);
const outside = Object.keys(JSON.parse(read('package.json')).dependencies);
const isPackage = (id) =>
  outside.some((name) => id === name || id.startsWith(`${name}/`)) || id.startsWith('@modelcontextprotocol/');
const options = {
  platform: 'node',
  external: isPackage,
  plugins: [withoutUnused()],
  onLog(level, { message }) {
    throw new Error(`${level} while bundling: ${message}`);
  },
};

rmSync(at('dist/bundle'), { recursive: true, force: true });
const bundle = await rolldown({
  ...options,
  input: { main: at('dist/main.js'), index: at('dist/index.js'), 'second-thread': at('dist/second-thread.js') },
});
// All of them directly in one folder: modules find the files of the package by their own distance from its root.
// V8 loses who asks when it takes code from the cache, so nothing in them may be an import().
const inOneFolder = { dir: at('dist/bundle'), format: 'cjs', entryFileNames: '[name].cjs', dynamicImportInCjs: false };
const { output } = await bundle.write({ ...inOneFolder, chunkFileNames: '[name]-[hash].cjs' });
await bundle.close();
// Loads the others, so it is for itself.
const start = await rolldown({ ...options, input: { start: at('dist/start/start.js') } });
await start.write({ ...inOneFolder, codeSplitting: false });
await start.close();
for (const name of readdirSync(at('dist/bundle'))) write(`dist/bundle/${name}`, inAscii(read(`dist/bundle/${name}`)));
const { exports: names } = output.find(({ name, isEntry }) => isEntry && name === 'index');
write(
  'dist/bundle/index.js',
  `import library from './index.cjs';\n\nexport const { ${names.join(', ')} } = library;\n`,
);
write(
  'dist/bundle/second-thread.js',
  `import { startThread } from './start.cjs';\n\nstartThread('second-thread.cjs');\n`,
);

/** What json-schema-ref-parser would fetch schemas with, and oclif load commands that are still TypeScript: neither is ever asked to. */
function withoutUnused() {
  const unused = ['undici', 'typescript'];
  return {
    name: 'without-unused',
    resolveId: (id) => (unused.includes(id) ? `\0${id}` : undefined),
    load: (id) =>
      unused.includes(id.slice(1)) ? `throw new Error('${id.slice(1)} is not part of mcpgen');` : undefined,
  };
}

/** As V8 reads it fastest. What is escaped stands in texts, patterns and comments, of which none asks how it was written. */
function inAscii(code) {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]|\.raw\s*`[^`]*[^\0-\x7f]/.test(code))
    throw new Error('a character that cannot be escaped');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function notice([name, folder]) {
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|-|$)/i.test(each));
  if (file === undefined) throw new Error(`${name} is joined, and has no file that says under which licence`);
  return `These modules hold ${name} ${version} (${license}):\n\n${readFileSync(`${folder}/${file}`, 'utf8')}`;
}

// What is needed now and then, and in the middle of what does not wait: see src/vendored/load.ts.
const vendored = { engine: at('dist/check/examples/engine.js'), diff: 'diff', semver: 'semver' };
for (const [name, input] of Object.entries(vendored)) {
  const one = await rolldown({ input, platform: 'node', external: isPackage });
  output.push(...(await one.write({ file: at(`dist/vendor/${name}.cjs`), format: 'cjs' })).output);
  await one.close();
}

const joined = new Map();
for (const id of output.flatMap(({ moduleIds = [] }) => moduleIds)) {
  const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replaceAll('\\', '/')) ?? [];
  if (folder !== undefined) joined.set(name, folder);
}
write('dist/bundle/LICENSES.txt', [...joined].sort().map(notice).join('\n'));
