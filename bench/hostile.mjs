// `npm run bench:hostile`: what hostile arguments cost a generated server, against the same bytes sent to a tool that takes anything.
// Both are measured in the same run, so the ratio means something on any machine; `ms` is processor time of the server. Fails when a
// bound does not hold. VERBOSE=1 shows the answers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printAligned } from '../scripts/print-aligned.mjs';
import { inputs, schemas } from './hostile/inputs.mjs';
import { buildProject } from './hostile/project.mjs';

const MAX_RATIO = 20;
/** What a call may take beyond its ratio: below it, noise is larger than the work. */
const FREE_MS = 30;
const MAX_ANSWER_BYTES = 20_000;
/** How much the server may grow, beyond what it grows over the same bytes without work. */
const MAX_GROWTH_MB = 300;
const RUNS = 3;
/** Arguments of more values than an option allows are refused before anybody looks at them; here everybody is to look. */
const UNLIMITED = { MAX_ELEMENTS: '100000000' };

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-hostile-')));
try {
  const main = buildProject(folder, schemas);
  const limited = await measureAll('with the limit on values that every server has', main, {});
  const unlimited = await measureAll('with that limit lifted, so that all is validated', main, UNLIMITED);
  const broken = [...limited, ...unlimited].filter(({ findings }) => findings.length > 0);
  console.log(broken.length === 0 ? '\nEvery bound holds.' : `\n${broken.length} bounds do not hold.`);
  if (broken.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function measureAll(title, main, environment) {
  const server = await start(main, environment);
  try {
    const rows = [];
    for (const input of inputs) rows.push(await measure(server, input));
    console.log(`\n${title}\n`);
    print(rows);
    return rows;
  } finally {
    server.child.kill();
  }
}

async function start(main, environment) {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const [url] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ]);
  return { child, url };
}

async function measure(server, { name, tool, value }) {
  const json = value();
  // The tool's validator is compiled at the first call; that is no work of this input.
  await call(server, tool, 'null');
  const base = await best(server, 'anything', json);
  const hostile = await best(server, tool, json);
  const growth = (hostile.rss - base.rss) / 1e6;
  const findings = [
    ...(hostile.ms > base.ms * MAX_RATIO + FREE_MS ? ['too slow'] : []),
    ...(hostile.bytes > MAX_ANSWER_BYTES ? ['too long an answer'] : []),
    ...(growth > MAX_GROWTH_MB ? ['too much memory'] : []),
    ...(['refused', 'accepted'].includes(hostile.verdict) ? [] : [hostile.verdict]),
  ];
  return { name, size: json.length, base, hostile, ratio: hostile.ms / base.ms, growth, findings };
}

/** The cheapest of some runs, by the processor time of the server; the memory is what it has after the last. */
async function best(server, tool, json) {
  let cheapest;
  let used = await usage(server);
  for (let run = 0; run < RUNS; run += 1) {
    const answer = await call(server, tool, json);
    const now = await usage(server);
    const ms = now.cpuMs - used.cpuMs;
    used = now;
    if (cheapest === undefined || ms < cheapest.ms) cheapest = { ...answer, ms };
  }
  return { ...cheapest, rss: used.rss };
}

async function usage({ child }) {
  child.send('usage');
  const [answer] = await once(child, 'message');
  return answer;
}

async function call({ url }, tool, json) {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = `{"name":"${tool}","arguments":{"value":${json}},"_meta":${JSON.stringify(meta)}}`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': tool,
    },
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${params}}`,
  });
  const text = await answer.text();
  return { bytes: text.length, verdict: verdictOf(answer.status, text) };
}

function verdictOf(status, text) {
  if (status !== 200) return `HTTP ${status}`;
  const { result, error } = JSON.parse(text);
  if (error !== undefined) return `error ${error.code}`;
  if (result.isError !== true) return 'accepted';
  const said = result.content[0].text;
  if (process.env.VERBOSE) console.log(`  ${said.replace(/\s+/g, ' ').slice(0, 200)}`);
  // A failure that says nothing but a reference is one that the validator has not foreseen.
  return said.includes('(reference ') ? `failed: ${said}` : 'refused';
}

function print(rows) {
  const lines = rows.map(({ name, size, base, hostile, ratio, growth, findings }) => [
    name,
    `${(size / 1000).toFixed(0)} kB`,
    base.ms.toFixed(0),
    hostile.ms.toFixed(0),
    ratio.toFixed(1),
    String(hostile.bytes),
    growth.toFixed(0),
    findings.length === 0 ? hostile.verdict : `✗ ${findings.join(', ')}`,
  ]);
  const header = ['input', 'sent', 'baseline ms', 'ms', 'ratio', 'answer bytes', 'MB more', 'verdict'];
  printAligned([header, ...lines]);
}
