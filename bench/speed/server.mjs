// What a generated server takes to start, to answer and to go on answering, against servers written by hand with the SDK. Measured is the
// processor time of the server, in turns, so that what else the machine does matters little.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolsOf, writeProject } from './contracts.mjs';
import { compete, run } from './run.mjs';
import { messages, ServerProcess } from './servers/server-process.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const byHand = fileURLToPath(new URL('servers/sdk.mjs', import.meta.url));
const MANY = 1_000;

export async function measureServers({ quick }) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-speed-')));
  try {
    const servers = {
      one: [compiledServer(folder, 'one', 1)],
      many: [compiledServer(folder, 'many', MANY)],
      precompiled: [compiledServer(folder, 'precompiled', MANY, 'validators: precompiled\n')],
      oneByHand: [byHand, '1'],
      manyByHand: [byHand, String(MANY)],
    };
    return [
      ...(await startRows(servers, quick)),
      ...(await stdioRows(servers, quick)),
      ...(await httpRows(servers, quick)),
      await memoryRow(servers, quick),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A project as its author has it, built by mcpgen and compiled by tsc. Returns its entry file, which mcpgen has made. */
function compiledServer(folder, name, count, more = '') {
  const project = join(folder, name);
  const tools = toolsOf(count);
  writeProject(project, tools);
  const config = `mcpgen: 1\nserver: { name: bench, version: 1.0.0 }\ntargets: [server]\nlint: { ruleset: none }\n${more}`;
  writeFileSync(join(project, 'mcpgen.yaml'), config);
  mkdirSync(join(project, 'src/handlers'), { recursive: true });
  for (const { name: tool } of tools) {
    const handler = `export const tool = '${tool}';\nexport default async () => ({ items: [], total: 0 });\n`;
    writeFileSync(join(project, 'src/handlers', `${tool}.ts`), handler);
  }
  run([join(root, 'bin/run.js'), 'build', '--no-cache', '--dir', project]);
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  const compilerOptions = {
    ...{ strict: true, skipLibCheck: true, target: 'ES2022', lib: ['ES2023', 'DOM'], types: ['node'] },
    ...{ module: 'NodeNext', moduleResolution: 'NodeNext', rootDir: '.', outDir: 'dist' },
  };
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n');
  const include = ['generated/**/*.ts', 'src/**/*.ts'];
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
  run([join(root, 'node_modules/typescript-7/bin/tsc'), '-p', join(project, 'tsconfig.json')]);
  return join(project, 'dist/src/main.js');
}

async function startRows({ many, precompiled, oneByHand, manyByHand }, quick) {
  const start = (args, message) => async () => {
    const server = new ServerProcess(args);
    await server.overStdio(message);
    const { cpu } = await server.usage();
    await server.end();
    return { cpu };
  };
  const { discover, list, call } = messages;
  const turns = await inTurns(quick ? 3 : 15, {
    many: start(many, discover),
    oneByHand: start(oneByHand, discover),
    manyByHand: start(manyByHand, discover),
    manyList: start(many, list),
    manyByHandList: start(manyByHand, list),
    manyCall: start(many, call),
    precompiledCall: start(precompiled, call),
    oneByHandCall: start(oneByHand, call),
  });
  const from = 'start to the first answer, 1,000 tools';
  return [
    turns.row(from, 'many', 'oneByHand', 'SDK, 1 tool', 1.3),
    turns.row(from, 'many', 'manyByHand', 'SDK, 1,000 tools', 0.2),
    turns.row(`${from}, of tools/list`, 'manyList', 'manyByHandList', 'SDK, 1,000 tools', 0.2),
    turns.row(`${from}, of tools/call, precompiled`, 'precompiledCall', 'oneByHandCall', 'SDK, 1 tool', 1.3),
    turns.row(`${from}, of tools/call`, 'manyCall', 'oneByHandCall', 'SDK, 1 tool'),
  ];
}

async function stdioRows({ one, many, oneByHand }, quick) {
  const servers = { one, many, oneByHand };
  const rows = [];
  for (const atATime of [1, 16]) {
    const turns = await callsInTurns(servers, 'overStdio', atATime, quick);
    const what = `call over stdio, ${atATime} at a time`;
    rows.push(turns.row(`${what}, 1 tool`, 'one', 'oneByHand', 'SDK, 1 tool', 1.1));
    rows.push(turns.row(`${what}, 1,000 tools`, 'many', 'oneByHand', 'SDK, 1 tool', 1.1));
  }
  return rows;
}

async function httpRows({ one, many, oneByHand, manyByHand }, quick) {
  const served = Object.entries({ one, many, oneByHand, manyByHand }).map(([name, args]) => [
    name,
    [...args, '--http'],
  ]);
  const turns = await callsInTurns(Object.fromEntries(served), 'overHttp', 8, quick);
  return [
    turns.row('call over HTTP, 1,000 tools', 'many', 'one', 'mcpgen, 1 tool', 1.15),
    turns.row('call over HTTP, 1,000 tools', 'many', 'manyByHand', 'SDK, 1,000 tools', 0.2),
    turns.row('call over HTTP, 1 tool', 'one', 'oneByHand', 'SDK, 1 tool'),
  ];
}

/** Microseconds of processor time a call. The servers run all the while; what they do at first does not count. */
async function callsInTurns(servers, over, atATime, quick) {
  const running = Object.entries(servers).map(([name, args]) => [name, new ServerProcess(args)]);
  try {
    const calls = (over === 'overHttp' ? 300 : 3_000) * (quick ? 0.5 : 1);
    for (const [, server] of running) await server[over](messages.call, calls * 2, atATime);
    const measure = (server) => async () => {
      const { cpu } = await server.usage();
      await server[over](messages.call, calls, atATime);
      return { cpu: (((await server.usage()).cpu - cpu) / calls) * 1_000 };
    };
    const contestants = Object.fromEntries(running.map(([name, server]) => [name, measure(server)]));
    return await inTurns(quick ? 5 : 25, contestants, 'µs');
  } finally {
    for (const [, server] of running) await server.end();
  }
}

async function memoryRow({ many }, quick) {
  const server = new ServerProcess(many);
  try {
    const few = quick ? 5_000 : 10_000;
    await server.overStdio(messages.call, few, 16);
    const before = await server.usage('collected');
    await server.overStdio(messages.call, few * 9, 16);
    const after = await server.usage('collected');
    return {
      what: `resident memory after ${(few * 10).toLocaleString('en')} calls, garbage collected`,
      ours: after.rss,
      against: `after ${few.toLocaleString('en')}`,
      baseline: before.rss,
      ratio: after.rss / before.rss,
      bound: 1.05,
      unit: 'MiB',
    };
  } finally {
    await server.end();
  }
}

/** Lets contestants measure in turn, and makes rows of what they took. */
async function inTurns(rounds, contestants, unit = 'ms') {
  const { median, ratio } = await compete(contestants, rounds);
  return {
    row: (what, ours, baseline, against, bound) => ({
      what: `${what}: processor time`,
      ours: median(ours, 'cpu'),
      against,
      baseline: median(baseline, 'cpu'),
      ratio: ratio(ours, baseline, 'cpu'),
      bound,
      unit,
    }),
  };
}
