import { expect, test } from 'vitest';
import { compile } from './support/golden/compile.js';
import { expectFile, expectTree } from './support/golden/expectations.js';
import { type GoldenCase, readCases, readTree } from './support/golden/golden-case.js';
import { runCase } from './support/golden/run-case.js';
import { scrub, transcript } from './support/golden/transcript.js';

const { successes } = readCases();

test.each(successes)('$name', async (golden) => {
  const { rendered, exitCode, host } = await runCase(golden);
  const folder = `${golden.folder}/expected`;
  const words = transcript(golden.argv, rendered.pretty, exitCode);
  expectFile(`${folder}/pretty.txt`, words.replace(/^(?:created |and ).*\n|^.*\d+ created.*\n/gm, ''));
  expect(exitCode).toBe(0);

  const shown = [...written(golden, host)].filter(([path]) => isShown(path, golden.name));
  const expected = [...readTree(`${folder}/files`)].map(([path, bytes]): [string, string] => [path, decode(bytes)]);
  expectTree(`${folder}/files`, new Map(expected), new Map(shown.map(([path, text]) => [path, scrub(text)])));
});

test('all that is generated is right under strict', async () => {
  const files = new Map<string, string>();
  const seen = new Set<string>();
  for (const golden of successes) {
    const { host } = await runCase(golden);
    const own = [...golden.project].map(([path, bytes]): [string, string] => [path, decode(bytes)]);
    for (const [path, text] of [...own, ...written(golden, host)]) {
      if (!path.endsWith('.ts')) continue;
      // The runtime is the same everywhere: one copy is checked, the others only give their types.
      const isCopy = path.includes('/runtime/') && seen.has(text);
      seen.add(text);
      files.set(`${golden.name}/${path}`, isCopy ? `// @ts-nocheck\n${text}` : text);
    }
  }
  expect(files.size).toBeGreaterThan(200);
  expect(compile(files)).toEqual([]);
});

test('a mistake in what is generated would be noticed', () => {
  const files = new Map([['wrong/a.ts', "export const a: string[] = ['a'];\nexport const b: string = a[0];\n"]]);
  const problem = "wrong/a.ts: Type 'string | undefined' is not assignable to type 'string'.";
  expect(compile(files)).toEqual([expect.stringContaining(problem)]);
});

/** The site has a case of its own; in the others it is made, and parsed by the build, but not written down. */
function isShown(path: string, name: string): boolean {
  if (path.includes('/docs/') && name !== 'ok-docs') return false;
  return !/\/runtime\/|mcpgen\.lock$|\/docs\/assets\/(?!tools\.js$)/.test(path);
}

/** What the build made that the project did not have, by path. */
function written(
  golden: GoldenCase,
  host: { snapshot(): ReadonlyMap<string, string>; textOf(path: string): string | undefined },
) {
  const paths = [...host.snapshot().keys()].filter((path) => !golden.project.has(path));
  return new Map(paths.map((path) => [path, host.textOf(path) ?? '']));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
