// The generators that mcpgen is compared with: pinned in bench/peers, installed there when they are not, without running their scripts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toOpenApi } from './contracts.mjs';
import { run } from './run.mjs';
import { setAside } from './set-aside.mjs';

const peers = fileURLToPath(new URL('../peers', import.meta.url));

export function installPeers() {
  const wanted = readFileSync(join(peers, 'package-lock.json'), 'utf8');
  const mark = join(peers, 'node_modules/.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  console.error('installing the generators to compare with into bench/peers/node_modules');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: peers, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ci in bench/peers: ${stderr}`);
  writeFileSync(mark, wanted);
}

export function versionOf(name) {
  return JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Each peer's generation of the same tools from nothing, below a folder: name to a function that runs it once. */
export function peersFor(folder, tools) {
  mkdirSync(folder, { recursive: true });
  const api = join(folder, 'api.json');
  writeFileSync(api, JSON.stringify(toOpenApi(tools)));
  const bin = (name) => join(peers, 'node_modules/.bin', name);
  const fresh = (name) => {
    const output = join(folder, name);
    setAside(output, join(folder, 'aside'));
    return output;
  };
  const config = join(folder, 'orval.config.cjs');
  const target = join(folder, 'orval');
  writeFileSync(
    config,
    `module.exports = { api: { input: ${JSON.stringify(api)}, output: { mode: 'single', client: 'mcp', baseUrl: 'http://localhost:9', target: ${JSON.stringify(join(target, 'handlers.ts'))}, schemas: ${JSON.stringify(join(target, 'schemas'))} } } };\n`,
  );
  return {
    'openapi-mcp-generator': () =>
      run([bin('openapi-mcp-generator'), '-i', api, '-o', fresh('openapi-mcp-generator'), '--force']),
    orval: () => {
      fresh('orval');
      return run([bin('orval'), '--config', config], { cwd: peers });
    },
  };
}

/** Where packages are found that generated code of peers needs. */
export const peerModules = join(peers, 'node_modules');
