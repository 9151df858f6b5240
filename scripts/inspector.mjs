// `npm run inspector`: the command line of the official MCP Inspector lists everything that the example server offers, and uses each
// of it, over stdio in the older era and over HTTP in the modern one.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileProject } from './conformance/compile-project.mjs';
import { startServer } from './conformance/start-server.mjs';
import { openInspector, VERSION } from './inspector/cli.mjs';
import { usesOf } from './inspector/uses.mjs';

process.env.DESK_ARTICLES ??= fileURLToPath(new URL('../examples/support-desk/articles', import.meta.url));

/** Inspectors that run at the same time. */
const AT_ONCE = 2;
const CHECKOUT = fileURLToPath(new URL('..', import.meta.url));
const LISTS = {
  tools: 'tools/list',
  resources: 'resources/list',
  resourceTemplates: 'resources/templates/list',
  prompts: 'prompts/list',
};

const inspector = openInspector(CHECKOUT);
const begin = performance.now();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-inspector-')));
try {
  compileProject(CHECKOUT, folder, ['generated', 'examples']);
  const main = join(folder, 'examples/support-desk/main.js');
  const { examples } = await import(pathToFileURL(join(folder, 'generated/server/examples.js')).href);
  const shared = await startServer(main);
  try {
    const usesFor = (offers) => usesOf(offers, examples, shared.url);
    const overStdio = (ask) => ask([inspector.node, main]);
    const failed = [
      ...(await inspect('stdio', 'legacy', usesFor, overStdio, overStdio)),
      // What one call changes must not be in the way of the next; what only reads can go to one server.
      ...(await inspect(
        'HTTP',
        'modern',
        usesFor,
        (ask) => ask([shared.url]),
        (ask) => askApart(main, ask),
      )),
    ];
    for (const line of failed) console.error(`✗ ${line}`);
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    await shared.stop();
  }
  console.log(`\nThe Inspector ${VERSION} took ${((performance.now() - begin) / 1000).toFixed(0)} s.`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Lists all that the server has, uses each of it once, and says how much there was. Resolves to what went wrong. */
async function inspect(transport, era, usesFor, reading, changing) {
  const ask = (serve, args) => serve((target) => inspector.ask([...target, '--protocol-era', era, ...args]));
  const offers = {};
  await each(Object.entries(LISTS), async ([member, method]) => {
    const result = await ask(reading, ['--method', method]);
    if (!Array.isArray(result[member])) throw new Error(`${transport}: ${method} answered ${quoted(result)}`);
    offers[member] = result[member];
  });
  const failed = [];
  await each(await usesFor(offers), async ({ what, args, isReading, isExpected }) => {
    const result = await ask(isReading ? reading : changing, args).catch(({ message }) => message);
    if (!isExpected(result)) failed.push(`${transport} (${era}): ${what} answered ${quoted(result)}`);
  });
  const counts = Object.entries(LISTS).map(([member, method]) => `${offers[member].length} of ${method}`);
  console.log(`${transport} (${era}): ${counts.join(', ')} listed, and each of them used`);
  return failed;
}

async function askApart(main, ask) {
  const server = await startServer(main);
  try {
    return await ask([server.url]);
  } finally {
    await server.stop();
  }
}

async function each(jobs, work) {
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await work(job);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function quoted(result) {
  return (typeof result === 'string' ? result : JSON.stringify(result)).slice(0, 1000);
}
