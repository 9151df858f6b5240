// What `npm install` brings: of the generators themselves, and of the projects that they make, with and without what only development needs.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolsOf } from './contracts.mjs';
import { installPeers, peersFor, versionOf } from './peers.mjs';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function measureSizes() {
  installPeers();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-sizes-')));
  try {
    npm(root, 'pack', '--ignore-scripts', '--pack-destination', folder);
    const packed = join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.tgz')),
    );
    const tool = installed(join(folder, 'mcpgen'), { mcpgen: `file:${packed}` });
    const tools = Object.fromEntries(
      ['openapi-mcp-generator', 'orval'].map((name) => [
        name,
        installed(join(folder, name), { [name]: versionOf(name) }),
      ]),
    );

    const ours = join(folder, 'ours');
    run([join(folder, 'mcpgen/node_modules/mcpgen/bin/run.js'), 'init', ours]);
    const manifest = JSON.parse(readFileSync(join(ours, 'package.json'), 'utf8'));
    manifest.devDependencies.mcpgen = `file:${packed}`;
    const peers = peersFor(join(folder, 'peers'), toolsOf(20));
    peers['openapi-mcp-generator']();
    const theirs = JSON.parse(readFileSync(join(folder, 'peers/openapi-mcp-generator/package.json'), 'utf8'));
    // orval writes no package.json: these are what its modules import.
    const imported = { '@modelcontextprotocol/sdk': versionOf('@modelcontextprotocol/sdk'), zod: versionOf('zod') };
    const project = (name, { dependencies, devDependencies }, isWhole) =>
      installed(join(folder, `${name}-${isWhole}`), dependencies, isWhole ? devDependencies : {});

    return [
      ...Object.entries(tools).flatMap(([name, its]) => rows('installed', tool, `${name} ${versionOf(name)}`, its)),
      ...rows(
        'a generated project, as it runs',
        project('ours', manifest, false),
        'that of openapi-mcp-generator',
        project('theirs', theirs, false),
      ),
      ...rows(
        'the same',
        project('ours', manifest, false),
        'that of orval',
        installed(join(folder, 'imported'), imported),
      ),
      ...rows(
        'a generated project, with all that builds it',
        project('ours', manifest, true),
        'that of openapi-mcp-generator, without the generator',
        project('theirs', theirs, true),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rows(what, ours, against, theirs) {
  return Object.keys(ours).map((unit) => ({
    what,
    ours: ours[unit],
    against,
    baseline: theirs[unit],
    ratio: ours[unit] / theirs[unit],
    unit,
  }));
}

/** Installs these into a new folder: how many packages that are, and the bytes of their files in millions. */
function installed(folder, dependencies, devDependencies = {}) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, devDependencies }));
  npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund');
  const modules = join(folder, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { MB: bytes / 1e6, packages: Object.keys(packages).length };
}

function npm(cwd, ...args) {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
}
