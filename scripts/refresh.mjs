// `npm run refresh`: builds every project of this checkout whose output is committed, with the compiler as it was built last.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const conformance = join(checkout, 'test', 'conformance');
const projects = [checkout, ...readdirSync(conformance).map((name) => join(conformance, name))];

for (const project of projects.filter((folder) => existsSync(join(folder, 'mcpgen.yaml')))) {
  const args = [join(checkout, 'bin', 'run.js'), 'build', '--dir', project];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
