import { expect, test } from 'vitest';
import { analyse, type Compilation, compile } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { BuildMemory } from '../../src/memory/build-memory.js';
import { sayings } from '../cache/support.js';
import { hostOf, readFixtures } from '../rules/fixtures.js';
import { type GoldenCase, readCases } from '../support/golden/golden-case.js';

// A build that remembers says and makes what one says and makes that does not, whatever has happened in between.

const { successes, mistakes } = readCases();

test.each([...successes, ...mistakes])('$name: with what earlier builds left, and without', async (golden) => {
  let memory = new BuildMemory();
  for (const files of statesOf(golden)) {
    const alone = await compile(createMemoryHost(files));
    expect(outcomeOf(await compile(createMemoryHost(files), { memory }))).toEqual(outcomeOf(alone));
    memory.endBuild();
    memory = BuildMemory.from(memory.toText());
  }
});

test.each(readFixtures())('$rule, $name: again with a memory', (fixture) => {
  const memory = new BuildMemory();
  const alone = analyse(hostOf(fixture)).diagnostics;
  expect(alone.length > 0).toBe(!fixture.isValid);
  for (let times = 0; times < 2; times++) {
    expect(sayingsOf(analyse(hostOf(fixture), { memory }).diagnostics)).toEqual(sayingsOf(alone));
  }
});

/** A project as it is, again, with each manifest edited in turn, without its last one, and as it was. */
function* statesOf({ project }: GoldenCase): Generator<Record<string, Uint8Array>> {
  const files = Object.fromEntries(project);
  yield files;
  yield files;
  const paths = Object.keys(files).filter((path) => /\.ya?ml$/.test(path) && path !== 'mcpgen.yaml');
  for (const path of paths.slice(0, mostEdits)) {
    for (const edit of [addLine, changeText]) yield { ...files, [path]: edit(files[path]) };
  }
  const { [paths.at(-1) ?? '']: _, ...others } = files;
  yield others;
  yield files;
}

/** A project with hundreds of manifests would take minutes. */
const mostEdits = 2;

/** Everything below is where it was not. */
function addLine(bytes: Uint8Array | undefined): Uint8Array {
  return Buffer.concat([Buffer.from('# one more line\n'), bytes ?? Buffer.of()]);
}

/** The bytes stay as they are, apart from the first letter of the first description. */
function changeText(bytes: Uint8Array | undefined): Uint8Array {
  const text = Buffer.from(bytes ?? Buffer.of()).toString('latin1');
  return Buffer.from(text.replace(/(description: ["']?)[A-Za-z]/, '$1X'), 'latin1');
}

function outcomeOf({ diagnostics, files, kept, model, project }: Compilation) {
  return { said: sayingsOf(diagnostics), files, kept, digest: model?.digest, limits: project?.limits };
}

function sayingsOf(diagnostics: Compilation['diagnostics']) {
  return sayings({ diagnostics, files: [] });
}
