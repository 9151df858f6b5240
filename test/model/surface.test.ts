import { expect, test } from 'vitest';
import { emitContract } from '../../src/emit/contract/emit-contract.js';
import { modelOf } from '../support/contract.js';

const manifest = (more: string) =>
  `tools: [{ name: a, description: A., inputSchema: { type: object }${more} }, { name: b, description: B., inputSchema: { type: object } }]`;

function contractOf(more: string) {
  const model = modelOf(manifest(more));
  const contract = JSON.parse(emitContract(model).text) as { digest: string; tools: Record<string, unknown>[] };
  return { digest: contract.digest, tool: contract.tools[0], other: contract.tools[1] };
}

test('the contract says which calls become tasks, and its digest changes with that', () => {
  const plain = contractOf('');
  const tasked = contractOf(', tasks: {}');
  expect(plain.tool).not.toHaveProperty('tasks');
  expect(tasked.tool?.['tasks']).toEqual({ required: false, start: 'call', ttlMs: 3_600_000, pollIntervalMs: 1_000 });
  expect(tasked.other).toEqual(plain.other);
  const digests = [
    plain,
    tasked,
    contractOf(', tasks: { required: true }'),
    contractOf(', tasks: { start: handler }'),
    contractOf(', tasks: { ttlMs: 60000 }'),
    contractOf(', tasks: { pollIntervalMs: 2000 }'),
  ].map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(digests.length);
});

test('what says the same as the default changes nothing', () => {
  expect(contractOf(', tasks: { start: call, ttlMs: 3600000 }')).toEqual(contractOf(', tasks: {}'));
});

test('the digest of a tool is that of its definition, which clients are served: tasks and questions are no part of it', () => {
  const ask =
    'ask: { ok: { elicit: { message: Sure?, requestedSchema: { type: object, properties: { x: { type: string } } } } } }';
  const digests = ['', ', tasks: {}', `, ${ask}`].map((more) => contractOf(more).tool?.['digest']);
  expect(digests[0]).toMatch(/^sha256-/);
  expect(new Set(digests).size).toBe(1);
});
