// What builds take: from nothing, of what has not changed, and after one tool has, against the fastest generators that start from OpenAPI.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolsOf, writeProject } from './contracts.mjs';
import { installPeers, peersFor, versionOf } from './peers.mjs';
import { compete, median, run } from './run.mjs';
import { setAside } from './set-aside.mjs';

const mcpgen = fileURLToPath(new URL('../../bin/run.js', import.meta.url));

/** Rows for the table; see bench.mjs. */
export async function measureBuilds({ quick, tools: answer }) {
  installPeers();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-speed-')));
  try {
    if (answer !== undefined) {
      const { tools } = JSON.parse(readFileSync(answer, 'utf8'));
      const theirs = await measureSize(join(folder, 'theirs'), tools, quick ? 1 : 5);
      return theirs.rows({ cold: { peer: 'orval', bound: 1 }, noOp: 1, changed: { bound: 1.3, known: 8 } });
    }
    const small = await measureSize(join(folder, 'small'), toolsOf(20), quick ? 3 : 9);
    const large = await measureSize(join(folder, 'large'), toolsOf(1_000), quick ? 3 : 5);
    return [
      ...small.rows({ cold: { peer: 'openapi-mcp-generator', bound: 2 }, noOp: 1, changed: {} }),
      // One cold build can take half as long again when much has just been removed, as in CI.
      ...large.rows({
        cold: { peer: 'orval', bound: 1, known: 1.3 },
        noOp: 1,
        changed: { bound: 1.3, known: 7.2 },
      }),
      ...(quick ? [] : measureGrowth(join(folder, 'growth'))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSize(folder, tools, rounds) {
  const project = join(folder, 'project');
  const cache = join(folder, 'cache');
  writeProject(project, tools);
  // They get made ones in any case: orval refuses much of what real tools have in their schemas.
  const peers = peersFor(join(folder, 'peers'), toolsOf(tools.length));
  const aside = join(folder, 'aside');
  const build = (flags = [], place = cache) =>
    run([mcpgen, 'build', '--dir', project, ...flags], { env: { MCPGEN_CACHE_DIR: place } });
  const fromNothing = (place) => {
    for (const each of ['generated', 'src']) setAside(join(project, each), aside);
    for (const each of entriesOf(cache)) if (/^(?:result|memory)-/.test(each)) rmSync(join(cache, each));
    return build([], place);
  };
  // An installed command has run before: what V8 made of it is kept, what it built is not.
  fromNothing();
  const result = await compete(
    {
      cold: () => fromNothing(),
      first: () => fromNothing('off'),
      changed: () => {
        // The build before has to be known, and has to be of another text.
        build();
        changeOneTool(project);
        return build();
      },
      noOp: () => build(),
      ...peers,
    },
    rounds,
  );
  const row = (what, name, baseline, bound, unit) => ({
    what: `${what}, ${tools.length.toLocaleString('en')} tools`,
    ours: result.median(name, unit),
    against: baseline in peers ? `${baseline} ${versionOf(baseline)}` : 'no-op build',
    baseline: result.median(baseline, unit),
    ratio: result.ratio(name, baseline, unit),
    bound,
    unit: unit === 'peak' ? 'MiB' : 'ms',
  });
  return {
    rows: ({ cold, noOp, changed }) => [
      { ...row('cold build', 'cold', cold.peer, cold.bound, 'wall'), known: cold.known },
      row('the same, the first that a user runs', 'first', cold.peer, undefined, 'wall'),
      row('cold build, processor', 'cold', cold.peer, undefined, 'cpu'),
      row('cold build, peak memory', 'cold', cold.peer, undefined, 'peak'),
      row('no-op build', 'noOp', 'openapi-mcp-generator', noOp, 'wall'),
      row('no-op build, peak memory', 'noOp', 'openapi-mcp-generator', 1.5, 'peak'),
      { ...row('one changed tool', 'changed', 'noOp', changed.bound, 'wall'), known: changed.known },
    ],
  };
}

function entriesOf(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

let changes = 0;

function changeOneTool(project) {
  const path = join(project, 'manifests/tools-0000.yaml');
  changes += 1;
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/description: "(?:Change \d+: )?/, `description: "Change ${changes}: `),
  );
}

/** Cold builds of ten to four thousand tools, and the exponent that fits them: 1 is linear. */
function measureGrowth(folder) {
  const sizes = [10, 100, 500, 1_000, 2_000, 4_000];
  const times = sizes.map((count) => {
    const project = join(folder, String(count));
    mkdirSync(project, { recursive: true });
    writeProject(project, toolsOf(count));
    const once = () => {
      for (const each of ['generated', 'src']) setAside(join(project, each), join(folder, 'aside', String(count)));
      return run([mcpgen, 'build', '--no-cache', '--dir', project]).cpu;
    };
    return median([once(), once(), once()]);
  });
  // The start is the same for all sizes; it would hide how the rest grows.
  const [start] = times;
  const points = sizes.map((count, index) => [Math.log(count), Math.log(times[index] - start)]).slice(1);
  return [
    ...sizes.map((count, index) => ({
      what: `cold build, processor, ${count.toLocaleString('en')} tools`,
      ours: times[index],
      unit: 'ms',
    })),
    { what: 'fitted exponent from 100 to 4,000 tools', ours: slope(points), bound: 1.1, unit: '' },
  ];
}

function slope(points) {
  const mean = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [x, y] = [mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))];
  const above = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  return above / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}
