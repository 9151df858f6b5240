import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { packageRoot } from '../../src/host/package-assets.js';
import { scaffold } from '../../src/init/scaffold.js';
import { readVersions } from '../../src/init/versions.js';

const packageFiles = createNodeHost(packageRoot);

function findingsOf(files: Readonly<Record<string, string>>): string[] {
  return analyse(createMemoryHost(files)).diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

test.each([false, true])('what `init` makes has nothing that a strict ruleset finds (bare: %s)', (bare) => {
  const versions = readVersions(packageFiles);
  const made = scaffold(packageFiles, { name: 'library-desk', bare, versions, mcpgen: versions.mcpgen });
  const files = Object.fromEntries(made.map(({ path, text }) => [path, text]));
  files['mcpgen.yaml'] += '\nlint: { ruleset: strict }\n';
  expect(findingsOf(files)).toEqual([]);
});

test('the contract of this repository is held to the strict ruleset, and has nothing to say', () => {
  const { diagnostics, project } = analyse(packageFiles);
  expect(project?.lint.ruleset).toBe('strict');
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});
