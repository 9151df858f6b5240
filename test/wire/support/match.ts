import { expect } from 'vitest';
import type { HttpAnswer } from './http-wire.js';
import type { Expectation } from './wire-case.js';

const DEFAULT_MAX_BYTES = 20_000;

/** Holds an answer over HTTP against what a case expects. */
export function matchHttp(answer: HttpAnswer, expected: Expectation, sentId: unknown): void {
  if (expected.status !== undefined) expect(answer.status, answer.text.slice(0, 500)).toBe(expected.status);
  expect(answer.status, 'only a defect answers with 5xx').toBeLessThan(500);
  expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(expected.maxBytes ?? DEFAULT_MAX_BYTES);
  for (const [name, value] of Object.entries(expected.headers ?? {})) expect(answer.headers[name]).toBe(value);
  for (const name of expected.withoutHeaders ?? []) expect(answer.headers).not.toHaveProperty(name);
  if (expected.silence) expect(answer.text).toBe('');
  if (expected.matches !== undefined) expect(answer.text).toMatch(new RegExp(expected.matches));
  if (expected.lacks !== undefined) expect(answer.text).not.toMatch(new RegExp(expected.lacks));
  if (expected.code === undefined && expected.result === undefined) return;
  const last = answer.messages.at(-1);
  expect(last, `no message in ${JSON.stringify(answer.text.slice(0, 500))}`).toBeDefined();
  matchMessage(last ?? {}, expected, sentId);
}

/** Holds one JSON-RPC answer against what a case expects. */
export function matchMessage(message: Record<string, unknown>, expected: Expectation, sentId: unknown): void {
  expect(message['jsonrpc']).toBe('2.0');
  const id = expected.id === undefined ? sentId : expected.id;
  // An error without an id says the same as one whose id is null.
  expect(message['id'] ?? null, JSON.stringify(message).slice(0, 500)).toEqual(id ?? null);
  if (expected.lacks !== undefined) expect(JSON.stringify(message)).not.toMatch(new RegExp(expected.lacks));
  if (expected.result !== undefined) expect(message).toMatchObject({ result: expected.result });
  if (expected.code === undefined) return;
  expect(message).toMatchObject({ error: { code: expected.code, message: expect.any(String) } });
  if (expected.data !== undefined) expect(message).toMatchObject({ error: { data: expected.data } });
}
