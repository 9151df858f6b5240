// What `tsc --strict` takes on a generated project of 1,000 tools, against the output of the leanest generator under the same flags.
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolsOf, writeProject } from './contracts.mjs';
import { installPeers, peerModules, peersFor, versionOf } from './peers.mjs';
import { compete, run } from './run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compilers = {
  'TypeScript 5.9': 'typescript/lib/tsc.js',
  'TypeScript 6.0': 'typescript-6/lib/tsc.js',
  'TypeScript 7.0': 'typescript-7/bin/tsc',
};

export async function measureTypeChecks({ quick }) {
  installPeers();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-speed-')));
  try {
    const tools = toolsOf(quick ? 200 : 1_000);
    const ours = join(folder, 'ours');
    writeProject(ours, tools);
    run([join(root, 'bin/run.js'), 'build', '--no-cache', '--dir', ours]);
    setUp(ours, join(root, 'node_modules'), ['generated/**/*.ts', 'src/**/*.ts']);
    const peers = join(folder, 'peers');
    peersFor(peers, tools)['openapi-mcp-generator']();
    const theirs = join(peers, 'openapi-mcp-generator');
    setUp(theirs, peerModules, ['src/**/*.ts']);
    const rows = [];
    for (const [index, [title, name]] of Object.entries(compilers).entries()) {
      const tsc = join(root, 'node_modules', name);
      const check = (project) => {
        const config = join(project, 'tsconfig.json');
        const result = run(['--max-old-space-size=8192', tsc, '-p', config, '--extendedDiagnostics']);
        // A compiler that is no JavaScript is a process of its own, which tells itself what it has used.
        if (name.startsWith('typescript-7')) {
          result.peak = Number(/^Memory used: +(\d+)K$/m.exec(result.stdout)[1]) / 1_024;
        }
        return result;
      };
      const result = await compete({ ours: () => check(ours), theirs: () => check(theirs) }, quick ? 1 : 3);
      const row = (what, unit) => ({
        what: `${what} of ${tools.length.toLocaleString('en')} tools, ${title}`,
        ours: result.median('ours', unit),
        against: `openapi-mcp-generator ${versionOf('openapi-mcp-generator')}`,
        baseline: result.median('theirs', unit),
        ratio: result.ratio('ours', 'theirs', unit),
        bound: index === 0 ? 1 : undefined,
        unit: unit === 'peak' ? 'MiB' : 'ms',
      });
      rows.push(row('type check', 'wall'), row('type check, peak memory', 'peak'));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same flags for both, and the packages that the code imports. */
function setUp(project, modules, include) {
  symlinkSync(modules, join(project, 'node_modules'), 'junction');
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'] },
    ...{
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      types: ['node'],
      esModuleInterop: true,
      resolveJsonModule: true,
    },
  };
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
}
