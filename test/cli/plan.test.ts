import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Plan from '../../src/commands/plan.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const config = 'mcpgen: 1\nserver: { name: shop, version: 1.0.0 }\nlint: { ruleset: none }\n';
const manifest = `schemas:
  Order: { type: object, properties: { id: { type: string, maxLength: 9 } }, required: [id], additionalProperties: false }
tools:
  - name: find_order
    unsafe_text: { allow: true, reason: The test shows what a terminal gets of it. }
    inputSchema: { type: object, properties: { text: { type: string } }, required: [text] }
    outputSchema: { $ref: "#/schemas/Order" }
    semantics: { categories: [orders], capabilities: [{ type: look_up }], side_effects: [] }
    performance: { latency_p50_ms: 20.5 }
    composition:
      pipeline_position: source
      composable_with: [pay_order, cancel_order]
      mappings:
        pay_order: [{ from: /id, to: /order }, { value: [card, "\\u202e"], to: /ways }]
  - name: pay_order
    unsafe_text: { allow: true, reason: The test shows what a terminal gets of it. }
    inputSchema:
      type: object
      properties: { order: { type: string }, ways: { type: array, items: { type: string } } }
      required: [order]
    semantics:
      categories: [money]
      side_effects: [{ type: external_api, scope: "the bank \\e[2J", reversible: false, risk_level: high }]
    composition: { pipeline_position: sink }
  - name: cancel_order
    inputSchema: { type: object, properties: { id: { type: string } }, required: [id] }
    outputSchema: { $ref: "#/schemas/Order" }
    performance: { latency_p50_ms: 4 }
    composition: { composable_with: [refund] }
  - name: refund
    inputSchema: { type: object, properties: { id: { type: string } }, required: [id] }
    semantics: { categories: [money], side_effects: [] }
    performance: { latency_p50_ms: 4 }
`;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mcpgen-plan-'));
  writeFileSync(path.join(folder, 'mcpgen.yaml'), config);
  mkdirSync(path.join(folder, 'manifests'));
  writeFileSync(path.join(folder, 'manifests/tools.yaml'), manifest);
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  return runIn(folder, ...args);
}

async function runIn(dir: string, ...args: string[]) {
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      output[stream] += String(chunk);
      return true;
    });
  }
  await Plan.run([...args, '--dir', dir], { root });
  vi.restoreAllMocks();
  const exitCode = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { ...output, exitCode };
}

test('pipelines come with their risk, their inputs and their effects, the best first', async () => {
  expect(await run('--to', 'category:money')).toEqual({
    stdout: `2 pipelines lead to category:money, the best first:

1. find_order → pay_order
   risk high, 20.5 ms and 1 unknown
   find_order  needs text
   pay_order   takes /order from /id, /ways is ["card","\\u{202e}"]
   pay_order  effect: external_api of the bank \\u{1b}[2J, not reversible, risk high

2. find_order → cancel_order → refund
   risk unknown, 28.5 ms
   find_order  needs text
`,
    stderr: '',
    exitCode: 0,
  });
});

test('as JSON, they are what the client’s plan() gives', async () => {
  const { stdout, exitCode } = await run('--from', 'schema:Order', '--to', 'refund', '--format', 'json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    plans: [
      { steps: [{ tool: 'refund' }], risk: 'none', effects: [], latency_p50_ms: 4, unknown_latencies: 0 },
      {
        steps: [{ tool: 'cancel_order' }, { tool: 'refund' }],
        risk: 'unknown',
        effects: [],
        latency_p50_ms: 8,
        unknown_latencies: 0,
      },
    ],
    complete: true,
  });
});

test.each([
  [['--from', 'find_order', '--to', 'refund', '--max-steps', '1'], 'from find_order to refund in one step'],
  [['--to', 'refund', '--max-steps', '2'], 'to refund in 2 steps or less'],
  [['--to', 'pay_order', '--max-risk', 'medium'], 'to pay_order with a risk of medium or less'],
  [['--from', 'refund', '--to', 'find_order'], 'from refund to find_order'],
])('no pipeline is an answer, too: %j', async (args, ends) => {
  expect(await run(...args)).toEqual({ stdout: `No pipeline leads ${ends}.\n`, stderr: '', exitCode: 0 });
});

test('what is at hand needs no tool', async () => {
  const { stdout } = await run('--from', 'find_order', '--to', 'Order', '--max-results', '1');
  expect(stdout).toContain(
    '1 pipeline leads from find_order to Order:\n\n1. nothing to do: what is wanted is at hand\n',
  );
});

test.each([
  [
    ['--from', 'find_oder', '--to', 'refund'],
    '--from: the contract has no tool and no shared schema "find_oder"; did you mean find_order?',
  ],
  [
    ['--to', 'money'],
    '--to: the contract has no tool, shared schema, capability or category "money"; did you mean category:money?',
  ],
  [
    ['--to', 'tool:refnd'],
    '--to: the contract has no tool, shared schema, capability or category "tool:refnd"; did you mean tool:refund?',
  ],
  [
    ['--from', 'category:money', '--to', 'refund'],
    '--from: the contract has no tool and no shared schema "category:money"',
  ],
  [
    ['--to', 'refund', '--max-steps', '13'],
    '--max-steps: expected an integer less than or equal to 12 but received: 13; see --help',
  ],
  [['--from', 'refund'], 'missing required flag to; see --help'],
])('wrong usage: %j', async (args, problem) => {
  expect(await run(...args)).toEqual({ stdout: '', stderr: `error: ${problem}\n`, exitCode: 2 });
});

test('a contract with errors is reported as by check', async () => {
  writeFileSync(
    path.join(folder, 'manifests/more.yaml'),
    'tools:\n  - { name: refund, inputSchema: { type: object } }\n',
  );
  const pretty = await run('--to', 'refund');
  expect(pretty).toMatchObject({ stdout: '', exitCode: 1 });
  expect(pretty.stderr).toContain('error names/duplicate-tool');
  const json = await run('--to', 'refund', '--format', 'json');
  expect(json.exitCode).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ diagnostics: [{ code: 'names/duplicate-tool' }], files: [] });
});

const shown = ['README.md', 'docs/enhanced-mcp.md'].flatMap((page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const blocks = [...text.matchAll(/^```\n\$ mcpgen plan (.*)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, args = '', output = '']) => ({ page, args, output }));
});

test.each(shown)('$page shows what is printed by $args', async ({ args, output }) => {
  expect((await runIn(root, ...args.split(' '))).stdout).toBe(output);
});

test('the documentation shows plans', () => {
  expect(shown.map(({ page }) => page)).toEqual(['README.md', 'docs/enhanced-mcp.md']);
});
