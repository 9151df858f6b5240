// Imports every compiled module of every project below a folder, in a process of its own, and prints what it found: the definitions of
// each project's tools, and the projects whose import changed the global object or Object.prototype.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , folder = '', canary = ''] = process.argv;
const result = { definitions: {}, dirty: [] };
const served = ['name', 'title', 'description', 'inputSchema', 'outputSchema', 'annotations', 'icons', '_meta'];

for (const project of readdirSync(folder)) {
  const generated = join(folder, project, 'generated');
  const modules = readdirSync(generated, { recursive: true }).filter((path) => path.endsWith('.js'));
  for (const path of modules) await import(pathToFileURL(join(generated, path)).href);
  const { tools } = await import(pathToFileURL(join(generated, 'tools/index.js')).href);
  result.definitions[project] = tools.map((tool) =>
    Object.fromEntries(served.flatMap((key) => (tool[key] === undefined ? [] : [[key, tool[key]]]))),
  );
  if (globalThis[canary] !== undefined || Object.keys(Object.prototype).length > 0) result.dirty.push(project);
}
process.stdout.write(JSON.stringify(result), () => process.exit());
