// `npm run inspector`: the command line of the official MCP Inspector lists and calls everything that the example server offers, over
// stdio in the older era and over HTTP in the modern one. The Inspector is large and needs a newer Node than this project: npm
// installs it into a folder of its own, and it runs under the newest LTS.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileProject } from './conformance/compile-project.mjs';
import { startServer } from './conformance/start-server.mjs';

process.env.DESK_ARTICLES ??= fileURLToPath(new URL('../examples/support-desk/articles', import.meta.url));

const VERSION = '2.12.0';
const AT_ONCE = 2;
const CHECKOUT = fileURLToPath(new URL('..', import.meta.url));
const APART = join(CHECKOUT, 'node_modules', '.cache', `inspector-${VERSION}`);
const MAIN = join(APART, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');

const begin = performance.now();
install();
const node = execFileSync(
  process.execPath,
  [join(CHECKOUT, 'scripts/with-node-lts.mjs'), 'node', '-p', 'process.execPath'],
  { encoding: 'utf8' },
).trim();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-inspector-')));
try {
  compileProject(CHECKOUT, folder, ['generated', 'examples']);
  const main = join(folder, 'examples/support-desk/main.js');
  const { examples } = await import(pathToFileURL(join(folder, 'generated/server/examples.js')).href);
  await inspect('stdio', 'legacy', (use) => use([node, main]), examples);
  await inspect('HTTP', 'modern', (use) => servedOverHttp(main, use), examples);
  console.log(`\nThe Inspector ${VERSION} took ${((performance.now() - begin) / 1000).toFixed(0)} s.`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function install() {
  if (existsSync(MAIN)) return;
  mkdirSync(APART, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', APART];
  execFileSync(npm, ['install', ...options, `@modelcontextprotocol/inspector@${VERSION}`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** A server for one request, as there is one on stdio: what one call changes must not be in the way of the next. */
async function servedOverHttp(main, use) {
  const server = await startServer(main);
  try {
    return await use([server.url]);
  } finally {
    await server.stop();
  }
}

/** Lists all that the server has, and uses each of it once; says how much there was. */
async function inspect(transport, era, serve, examples) {
  const ask = (...more) =>
    serve((target) => run([...target, '--protocol-era', era, '--format', 'json', '--quiet', ...more]));
  const { tools } = await ask('--method', 'tools/list');
  const { resources = [] } = await ask('--method', 'resources/list').catch(whereThereAreNone);
  const { resourceTemplates = [] } = await ask('--method', 'resources/templates/list').catch(whereThereAreNone);
  const { prompts = [] } = await ask('--method', 'prompts/list').catch(whereThereAreNone);
  const calls = tools.flatMap(({ name }) => {
    const example = examples.find(({ tool, error }) => tool.name === name && error === undefined);
    const args = [
      '--method',
      'tools/call',
      '--tool-name',
      name,
      '--tool-args-json',
      JSON.stringify(example?.input ?? {}),
    ];
    return [{ what: `tools/call ${name}`, args, isExpected: (result) => Array.isArray(result.content) }];
  });
  const reads = resources.map(({ uri }) => ({
    what: `resources/read ${uri}`,
    args: ['--method', 'resources/read', '--uri', uri],
    isExpected: (result) => result.contents.length > 0,
  }));
  const gets = prompts.map(({ name, arguments: all = [] }) => ({
    what: `prompts/get ${name}`,
    args: ['--method', 'prompts/get', '--prompt-name', name, ...promptArguments(all)],
    isExpected: (result) => result.messages.length > 0,
  }));
  let refused = 0;
  await each([...calls, ...reads, ...gets], async ({ what, args, isExpected }) => {
    const result = await ask(...args);
    if (!isExpected(result)) throw new Error(`${transport}: ${what} answered ${JSON.stringify(result).slice(0, 500)}`);
    if (result.isError === true) refused += 1;
  });
  const listed = `${tools.length} tools, ${resources.length} resources, ${resourceTemplates.length} templates, ${prompts.length} prompts`;
  console.log(
    `${transport} (${era}): ${listed} listed; all called, ${refused} of the tools answered with an error of theirs`,
  );
}

function promptArguments(all) {
  if (all.length === 0) return [];
  return ['--prompt-args', ...all.map(({ name }) => `${name}=TCK-1001`)];
}

/** A server that has no resources answers their methods with -32601, or the Inspector does not ask. */
function whereThereAreNone(error) {
  if (/-32601|not (support|found)|does not/i.test(error.message)) return {};
  throw error;
}

async function each(jobs, work) {
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await work(job);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function run(args) {
  return new Promise((resolve, reject) => {
    execFile(node, [MAIN, '--cli', ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      // The Inspector ends with a code of its own when a tool answers with isError; what counts is what it printed.
      const result = parsed(stdout);
      if (result !== undefined) resolve(result);
      else reject(new Error(`${args.join(' ')}:\n${stdout}${stderr}${error ?? ''}`));
    });
  });
}

function parsed(text) {
  try {
    return JSON.parse(text).result;
  } catch {
    return undefined;
  }
}
