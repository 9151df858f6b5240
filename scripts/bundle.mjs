// Joins the modules of dist into few, in dist/bundle: what the command and the library are loaded from. Finding, opening and linking six
// hundred files took longer than compiling twenty tools. Nothing is minified, so that a stack trace still tells where it was; packages
// stay outside, and so does what a command does not need: each import() begins a file of its own.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const names = Object.keys(dependencies);

rmSync(at('dist/bundle'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: at('dist/main.js'), index: at('dist/index.js') },
  platform: 'node',
  external: (id) =>
    names.some((name) => id === name || id.startsWith(`${name}/`)) || id.startsWith('@modelcontextprotocol/'),
  onLog(level, { message }) {
    throw new Error(`${level} while bundling: ${message}`);
  },
});
// All of them directly in one folder: modules find the files of the package by their own distance from its root.
await bundle.write({ dir: at('dist/bundle'), entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
