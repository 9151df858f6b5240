// Joins the modules of dist into few, in dist/bundle: what the command and the library are loaded from. Finding, opening and linking six
// hundred files took longer than compiling twenty tools. Nothing is minified, so that a stack trace still tells where it was, and each
// import() begins a file of its own. Packages stay outside, but for the one whose many files every build would load.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => readFileSync(at(path), 'utf8');
const joined = 'yaml';
const outside = Object.keys(JSON.parse(read('package.json')).dependencies).filter((name) => name !== joined);
const isPackage = (id) =>
  outside.some((name) => id === name || id.startsWith(`${name}/`)) || id.startsWith('@modelcontextprotocol/');

rmSync(at('dist/bundle'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: at('dist/main.js'), index: at('dist/index.js'), 'emit-thread': at('dist/emit-thread.js') },
  platform: 'node',
  external: isPackage,
  onLog(level, { message }) {
    throw new Error(`${level} while bundling: ${message}`);
  },
});
// All of them directly in one folder: modules find the files of the package by their own distance from its root.
await bundle.write({ dir: at('dist/bundle'), entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
const { version, license } = JSON.parse(read(`node_modules/${joined}/package.json`));
const notice = `These modules hold ${joined} ${version} (${license}):\n\n${read(`node_modules/${joined}/LICENSE`)}`;
writeFileSync(at('dist/bundle/LICENSES.txt'), notice);

// What is needed now and then, and in the middle of what does not wait: see src/vendored/load.ts.
const engine = await rolldown({ input: at('dist/check/examples/engine.js'), platform: 'node', external: isPackage });
await engine.write({ file: at('dist/vendor/engine.cjs'), format: 'cjs' });
await engine.close();
