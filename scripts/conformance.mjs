// `npm run conformance`: the official suite against the server of test/conformance/server and the client of test/conformance/client,
// in both revisions of the protocol. Fails unless every scenario passes, scored or not, but those that UNTESTABLE explains.
//
// `node scripts/conformance.mjs [server|client] [revision] [scenario]` runs less.
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileProject } from './conformance/compile-project.mjs';
import { startServer } from './conformance/start-server.mjs';
import { runLeg, SUITE, scenariosOf } from './conformance/suite.mjs';
import { printTable } from './conformance/table.mjs';
import { openTurns } from './conformance/turns.mjs';
import { verdictOf } from './conformance/verdict.mjs';

/** Clients that run at the same time: what a small machine can carry. The suite's own server legs are hardly any work. */
const CLIENTS_AT_ONCE = 2;
const IN_TURN = fileURLToPath(new URL('./conformance/in-turn.mjs', import.meta.url));
const PROJECTS = fileURLToPath(new URL('../test/conformance', import.meta.url));
const REVISIONS = ['2025-11-25', '2026-07-28'];
const LEGS = ['server', 'client'];

const wanted = process.argv.slice(2);
const legs = LEGS.filter((leg) => !wanted.some((word) => LEGS.includes(word)) || wanted.includes(leg));
const revisions = REVISIONS.filter((it) => !wanted.some((word) => REVISIONS.includes(word)) || wanted.includes(it));
const scenario = wanted.find((word) => !LEGS.includes(word) && !REVISIONS.includes(word));

const begin = performance.now();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-conformance-')));
const turns = await openTurns(CLIENTS_AT_ONCE);
try {
  const rows = (await Promise.all(legs.map((leg) => runAll(leg)))).flat();
  printTable(SUITE, rows);
  const failed = rows.reduce(
    (sum, { scenarios, problems }) => sum + scenarios.filter(hasFailed).length + problems.length,
    0,
  );
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `\n${failed === 0 ? 'Everything passed' : `${failed} failed`} in ${seconds} s on Node ${process.version}.`,
  );
  if (failed > 0) process.exitCode = 1;
} finally {
  turns.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Both revisions of one leg at once. */
async function runAll(leg) {
  const project = join(PROJECTS, leg);
  if (!existsSync(project)) throw new Error(`there is no ${project}`);
  const main = join(compileProject(project, join(folder, leg)), 'src/main.js');
  return Promise.all(
    revisions.map((revision) => (leg === 'server' ? runServer(main, revision) : runClient(main, revision))),
  );
}

async function runServer(main, revision) {
  const server = await startServer(main);
  const row = await rowOf('server', server.url, revision);
  const wasRunning = await server.stop();
  const problems = wasRunning ? row.problems : [...row.problems, 'the server ended by itself'];
  return { ...row, problems, log: server.said() };
}

function runClient(main, revision) {
  // The suite hands the command to a shell.
  return rowOf('client', `"${process.execPath}" "${IN_TURN}" ${turns.port} "${main}"`, revision);
}

async function rowOf(leg, target, revision) {
  const all = (await scenariosOf(revision))[leg];
  const chosen = scenario === undefined ? all : all.filter(({ name }) => name === scenario);
  if (chosen.length === 0) throw new Error(`${revision} has no ${leg} scenario ${scenario}`);
  const { results, log, code } = await runLeg(leg, target, revision, join(folder, `${leg}-${revision}`), scenario);
  const scenarios = chosen.map((it) => {
    const { checks, said = log } = results.get(it.name) ?? {};
    return { ...it, said, verdict: verdictOf(it.name, leg, checks) };
  });
  const isExplained = code === 0 || scenarios.some(hasFailed);
  const problems = isExplained ? [] : [`the suite ended with ${code}: ${log.slice(-2000)}`];
  return { leg, revision, scenarios, problems, log: [] };
}

function hasFailed({ verdict }) {
  return verdict.status === 'failed';
}
