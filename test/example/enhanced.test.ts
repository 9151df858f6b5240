import { describe, expect, expectTypeOf, test } from 'vitest';
import type { enhanced } from '../../generated/client/index.js';
import { ERAS, openDesk } from './support/desk.js';

/** What callers of the support desk can ask about its tools. That wrong names do not compile is checked with all tests' types. */
describe.each(ERAS)('%s', (era) => {
  test.each<[what: string, filter: enhanced.DiscoverFilter, names: readonly string[]]>([
    ['a category', { category: 'comments' }, ['add_comment', 'list_comments', 'report_problem']],
    ['a category and a risk', { category: 'comments', max_risk: 'none' }, ['list_comments']],
    ['a capability', { capability: 'answer_customer' }, ['add_comment']],
    ['a sure capability', { capability: { type: 'answer_customer', min_confidence: 0.9 } }, ['add_comment']],
    ['a surer capability', { capability: { type: 'answer_customer', min_confidence: 0.91 } }, []],
    ['no such category', { category: 'weather' }, []],
    [
      'tools that change something, with little risk',
      { read_only: false, max_risk: 'low' },
      ['add_comment', 'assign_ticket', 'create_ticket', 'reindex_articles'],
    ],
    ['a name that is a member of all objects', { category: 'constructor', capability: '__proto__' }, []],
  ])('discovers by %s', async (_, filter, names) => {
    await using desk = await openDesk(era);
    const found = await desk.client.discover(filter);
    expect(found.map(({ name }) => name)).toEqual(names);
    expect(found.every(({ discovery, issues }) => discovery !== undefined && issues.length === 0)).toBe(true);
  });

  test('what is discovered is what the contract says, and typed', async () => {
    await using desk = await openDesk(era);
    const [tool] = await desk.client.discover({ capability: 'answer_customer' });
    expectTypeOf(tool?.discovery).toEqualTypeOf<enhanced.Discovery | undefined>();
    expectTypeOf(tool?.discovery?.semantics?.side_effects[0]?.risk_level).toEqualTypeOf<
      enhanced.RiskLevel | undefined
    >();
    expectTypeOf(tool?.discovery?.performance?.latency_p50_ms).toEqualTypeOf<number | undefined>();
    expect(tool?.discovery?.semantics?.capabilities).toEqual([
      {
        type: 'answer_customer',
        confidence: 0.9,
        conditions: ['The ticket was not merged into another one.'],
        examples: [],
      },
    ]);
  });

  test('client and server agree on Enhanced MCP 2.0', async () => {
    await using desk = await openDesk(era);
    expect(desk.client.enhanced).toMatchObject({ protocolVersion: '2.0', features: ['discovery'], issues: [] });
  });
});

test('plans lead from a tool to another, the least risk first', async () => {
  await using desk = await openDesk('modern');
  const { plans, complete } = desk.client.plan({ from: 'create_ticket', to: 'close_ticket' });
  expect(complete).toBe(true);
  expect(plans.map(({ steps }) => steps.map(({ tool }) => tool))).toEqual([['get_ticket', 'close_ticket']]);
  expect(plans[0]).toMatchObject({
    steps: [
      { tool: 'get_ticket', mapping: [{ from: '/id', to: '/id' }] },
      {
        tool: 'close_ticket',
        mapping: [
          { from: '/ticket/id', to: '/id' },
          { value: 'solved', to: '/resolution' },
        ],
      },
    ],
    risk: 'medium',
    latency_p50_ms: 5,
    unknown_latencies: 0,
  });
  expectTypeOf(plans[0]?.effects[0]?.risk_level).toEqualTypeOf<enhanced.RiskLevel | undefined>();
});

test.each([
  ['a schema', { from: 'schema:Ticket', to: 'list_comments' }, ['list_comments']],
  ['a capability', { from: 'Ticket', to: 'capability:read_conversation' }, ['list_comments']],
  ['a category', { from: 'Ticket', to: 'category:comments' }, ['list_comments']],
  ['nothing at hand', { to: 'tool:find_customer' }, ['find_customer']],
] as const)('plans from and to %s', async (_, ends, steps) => {
  await using desk = await openDesk('modern');
  const [best] = desk.client.plan(ends).plans;
  expect(best?.steps.map(({ tool }) => tool)).toEqual(steps);
});

test('names that the contract does not know neither compile nor pass', async () => {
  await using desk = await openDesk('modern');
  const { plan, discover } = desk.client;
  // @ts-expect-error: there is no such tool
  expect(() => plan({ from: 'create_tickets', to: 'close_ticket' })).toThrow(RangeError);
  // @ts-expect-error: nor such a schema
  expect(() => plan({ from: 'Ticket', to: 'schema:Tickets' })).toThrow('no tool, shared schema');
  // @ts-expect-error: nor such a category
  expect(() => plan({ to: 'category:weather' })).toThrow(RangeError);
  // @ts-expect-error: a category is no start
  expect(() => plan({ from: 'category:tickets', to: 'close_ticket' })).toThrow(RangeError);
  // @ts-expect-error: a plan leads somewhere
  expect(() => plan({ from: 'create_ticket' })).toThrow();
  expect(() => plan({ to: 'close_ticket', max_steps: 13 })).toThrow('max_steps must be a whole number from 1 to 12');
  // @ts-expect-error: no such risk
  await discover({ max_risk: 'huge' });
  // @ts-expect-error: no such condition
  await discover({ categories: 'tickets' });
  // Servers may know categories that the contract does not: any text is allowed, and the contract's own are offered.
  await discover({ category: 'weather' });
  type Filter = NonNullable<Parameters<typeof discover>[0]>;
  expectTypeOf<'tickets'>().toExtend<NonNullable<Filter['category']>>();
});
