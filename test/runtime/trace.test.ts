import { describe, expect, test } from 'vitest';
import type { ToolContext } from '../../src/runtime/context.js';
import { traceOf } from '../../src/runtime/trace.js';
import { connect } from './support/connect.js';
import { outputTool, serverOf } from './support/contract.js';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('the trace of a request', () => {
  test('is what its _meta says', () => {
    const all = { traceparent, tracestate: 'vendor=1', baggage: 'user=7' };
    expect(traceOf({ ...all, progressToken: 1 })).toEqual(all);
  });

  test.each([undefined, null, 'text', {}, { traceparent: 7, baggage: null }])('is empty for %j', (meta) => {
    expect(traceOf(meta)).toEqual({});
  });

  test.each([
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01',
    `${traceparent}x`,
    'anything',
  ])('drops the malformed %s, and the tracestate with it', (malformed) => {
    expect(traceOf({ traceparent: malformed, tracestate: 'vendor=1', baggage: 'a=b' })).toEqual({ baggage: 'a=b' });
  });

  test('drops what is too long', () => {
    expect(traceOf({ traceparent, tracestate: 'x'.repeat(8193), baggage: 'x'.repeat(8193) })).toEqual({ traceparent });
  });

  test.each(['modern', 'legacy'] as const)('reaches the handler (%s)', async (era) => {
    const seen: unknown[] = [];
    const look = outputTool('look', { type: 'integer' });
    const handlers = { look: (_input: unknown, { trace }: ToolContext) => seen.push(trace) };
    await using connection = await connect(serverOf([look], handlers), [look], era);
    await connection.call('look', {}, { meta: { traceparent } });
    await connection.call('look');
    expect(seen).toEqual([{ traceparent }, {}]);
  });
});
