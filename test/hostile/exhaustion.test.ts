import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/host/package-assets.js';
import { limitTable } from '../../src/limits/limits.js';
import { inParallel } from '../e2e/support/in-parallel.js';
import { planWorkshop } from '../e2e/support/workshop.js';
import { cases, manifestsOf, verdictOf } from './support/corpus.js';
import { writeProject } from './support/projects.js';

// Memory and time are those of a process of its own, as a user starts it. `npm run build` comes first.

const workshop = planWorkshop();

/** Prints what the process has used, after everything else. */
const meter = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process._rawDebug('rss='+maxRSS+' cpu='+(userCPUTime+systemCPUTime))})`;

/** Seconds of its own, since a machine that does other things at once takes longer; the most that a build may use. */
const seconds = 10;

interface Run {
  readonly code: number | null;
  /** More than a gigabyte, or more than the seconds; also of a process that had to be killed. */
  readonly isLarge: boolean;
  readonly isSlow: boolean;
}

async function build(root: string): Promise<Run> {
  const argv = ['--import', meter, join(packageRoot, 'bin/run.js'), 'build', '--dir', root, '--format', 'json'];
  // A process that takes much longer by the clock is killed, and has no exit code.
  const child = spawn(process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 90_000,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((done) => {
    child.once('close', done);
  });
  const [, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const [, kilobytes, microseconds] = /rss=(\d+) cpu=(\d+)/.exec(stderr) ?? [];
  return {
    code,
    isLarge: !(Number(kilobytes) / 1_024 < 1_000),
    isSlow: !(Number(microseconds) / 1_000_000 < seconds),
  };
}

beforeAll(() => workshop.open());
afterAll(() => workshop.remove());

/** Those whose recipe makes something big. */
const big = cases.filter(({ what }) => JSON.stringify(what).includes('"$gen"'));

test('no case of the corpus takes more than 10 seconds or a gigabyte, also where files may be as large as can be', async () => {
  const runs = big.flatMap((each) => [
    { each, limits: {} },
    { each, limits: { manifestBytes: limitTable.manifestBytes.hard } },
  ]);
  const outcomes = await inParallel(runs, 2, async ({ each, limits }) => {
    const size = Object.keys(limits).length === 0 ? 'default' : 'large';
    const root = join(workshop.folder, `${each.id.replaceAll('/', '+')}.${size}`);
    writeProject(root, manifestsOf(each, 9), limits);
    return { id: `${each.id} (${size})`, ...(await build(root)) };
  });
  const expected = runs.map(({ each, limits }) => ({
    id: `${each.id} (${Object.keys(limits).length === 0 ? 'default' : 'large'})`,
    code: verdictOf(each) === 'reject' ? 1 : 0,
    isLarge: false,
    isSlow: false,
  }));
  expect(outcomes).toEqual(expected);
});

/** Files at the default size that make the parser work hardest. */
const worst: Readonly<Record<string, (bytes: number) => string>> = {
  'many keys': (bytes) => lines(bytes / 9, (i) => `k${i}: 1`),
  'many short items': (bytes) => `schemas: { A: { default: [${'1,'.repeat(bytes / 2 - 30)}1] } }\n`,
  'many brackets': (bytes) => `[${'[],'.repeat(bytes / 3 - 5)}1]\n`,
  'open brackets': (bytes) => '['.repeat(bytes - 1),
  'block depth': (bytes) => lines(Math.floor(Math.sqrt(bytes * 2)) - 3, (i) => `${' '.repeat(i)}a:`),
  'many anchors': (bytes) => lines(bytes / 11, (i) => `- &a${i} x`),
  'many aliases': (bytes) => `- &a x\n${'- *a\n'.repeat(bytes / 5 - 2)}`,
  'many broken lines': (bytes) => 'a: [}\n'.repeat(bytes / 6 - 1),
  'many documents': (bytes) => '---\na: 1\n'.repeat(bytes / 9 - 1),
  'unknown keywords': (bytes) => `schemas:\n${maps(bytes, (i) => `tpye${i}: 1`)}`,
  'bad keywords': (bytes) => `schemas:\n${maps(bytes, () => `type: strng`)}`,
  'one long text': (bytes) => `schemas: { A: { description: "${'x '.repeat(bytes / 2 - 30)}" } }\n`,
  'many escapes': (bytes) => `schemas: { A: { default: "${'\\u200b'.repeat(bytes / 6 - 10)}" } }\n`,
  'hidden characters': (bytes) => `schemas: { A: { enum: [${lines(bytes / 9 - 10, (i) => `"${i % 10}\u200b",`)}] } }\n`,
  'slow patterns': (bytes) =>
    `schemas:\n${lines(bytes / 60, (i) => `  S${i}: { type: string, pattern: '^(x+x+)+y{${i}}$' }`)}`,
  'look-ahead patterns': (bytes) =>
    `schemas:\n${lines(bytes / 80, (i) => `  S${i}: { type: string, pattern: '^(?=.*[A-Z])(?!.*\\d).{8,${i}}$' }`)}`,
  'wrong tools': (bytes) => `tools:\n${'- { nmae: a }\n'.repeat(bytes / 14 - 1)}`,
  'tools of one name': (bytes) => `tools:\n${'- { name: a, inputSchema: { type: object } }\n'.repeat(bytes / 46 - 1)}`,
};

test('files made to be hard on the parser stay within both, too', async () => {
  const runs = Object.entries(worst);
  const outcomes = await inParallel(runs, 2, async ([name, make]) => {
    const content = make(limitTable.manifestBytes.default).slice(0, limitTable.manifestBytes.default);
    const root = join(workshop.folder, name.replaceAll(' ', '-'));
    writeProject(root, { 'manifests/tools.yaml': content });
    return { name, ...(await build(root)) };
  });
  expect(outcomes).toEqual(
    runs.map(([name]) => ({ name, code: name === 'unknown keywords' ? 0 : 1, isLarge: false, isSlow: false })),
  );
});

function lines(count: number, make: (index: number) => string): string {
  return Array.from({ length: Math.floor(count) }, (_, i) => `${make(i)}\n`).join('');
}

/** Schemas of 400 members each, below one `schemas:`. */
function maps(bytes: number, member: (index: number) => string): string {
  return lines(
    bytes / 30 / 400,
    (i) => `  A${i}:\n    properties:\n${lines(400, (j) => `      p${j}: { ${member(j)} }`)}`,
  );
}
