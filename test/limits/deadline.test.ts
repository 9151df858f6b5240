import { expect, test } from 'vitest';
import { rules } from '../../src/check/rules/index.js';
import { analyse, compile } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';

const config = 'mcpgen: 1\nserver: { name: a, version: 1.0.0 }\n';
const manifest = `tools:
  - { name: one, inputSchema: { type: object, properties: { a: { $ref: "#/schemas/Word" } } } }
schemas:
  Word: { type: string, pattern: "a+$" }
`;

function host(seconds: number) {
  return createMemoryHost({
    'mcpgen.yaml': `${config}limits: { seconds: ${seconds} }\n`,
    'manifests/a.yaml': manifest,
  });
}

/** A clock that stands still for so many looks, and then is an hour later. */
function clockThatJumps(after: number): () => number {
  let looks = 0;
  return () => (looks++ < after ? 0 : 3_600_000);
}

test('a build ends in a finding wherever its time runs out, and names what it was doing', async () => {
  const stages = new Set<string>();
  for (let looks = 1; ; looks++) {
    const { diagnostics, files } = await compile(host(60), { clock: clockThatJumps(looks) });
    const finding = diagnostics.find((each) => each.code === 'limits/deadline');
    if (finding === undefined) {
      expect(files).toBeDefined();
      break;
    }
    expect(files).toBeUndefined();
    expect(finding.message).toMatch(/^the build took more than 60 seconds; it was [a-z ]+( \(.+\))?$/);
    stages.add(finding.message.replace(/^.*it was /, ''));
  }
  const isOfRule = (stage: string) => stage.startsWith('holding the contract to the rules (');
  const onByDefault = rules.filter(({ levels }) => levels.recommended !== 'off');
  expect([...stages].filter(isOfRule)).toEqual(
    onByDefault.map(({ id }) => `holding the contract to the rules (${id})`),
  );
  expect([...stages].filter((stage) => !isOfRule(stage))).toEqual([
    'reading the manifests (manifests/a.yaml)',
    'parsing the manifests (manifests/a.yaml)',
    'checking the manifests (manifests/a.yaml)',
    'reading the texts (one)',
    'reading the texts (Word)',
    'checking the schemas (schema Word)',
    'checking the schemas (tool one inputSchema)',
    'judging the patterns (schema Word)',
    'resolving the references',
    'bundling the schemas (tool one inputSchema)',
    'bundling the schemas (schema Word)',
    'checking the composition (one)',
    'building the model',
    'planning the handlers',
    'reading the bundled schemas again',
    'emitting the tools (one)',
    'emitting the site (index.html)',
    'emitting the site (risk.html)',
    'emitting the site (schemas.html)',
    'emitting the site (contract.html)',
    'emitting the site (tools/one.html)',
    'emitting the site (schemas/Word.html)',
    'parsing what it made',
  ]);
});

test('the setting is the time that there is', () => {
  let now = 0;
  const clock = () => {
    now += 400;
    return now;
  };
  expect(analyse(host(1), { clock }).diagnostics).toMatchObject([{ code: 'limits/deadline' }]);
  expect(analyse(host(1), { clock }).diagnostics[0]?.message).toContain('more than 1 second;');
  expect(analyse(host(600), { clock }).model).toBeDefined();
});
