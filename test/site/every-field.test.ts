import { expect, test } from 'vitest';
import { fullModel, siteOf } from './support/sites.js';
import { textOf } from './support/text-of.js';

/** What docs/enhanced-mcp.md promises in its last column: issue 4, done-when 1. */
const site = await siteOf(fullModel());

function read(path: string): string {
  const markup = site.get(path);
  if (markup === undefined) throw new Error(`there is no page ${path}`);
  return textOf(markup);
}

const tool = read('tools/get_ticket.html');
const closing = read('tools/close_ticket.html');

test.each([
  ['name', 'Get a ticket get_ticket'],
  ['description', 'Returns one ticket, described in the description.'],
  ['inputSchema', 'ticketId string required Which one to return.'],
  ['outputSchema', 'The shared schema Ticket .'],
  ['semantics.ontology', 'means https://schema.org/ReadAction'],
  ['semantics.categories', 'in support , tickets'],
  ['capability.type, confidence, conditions', 'read_ticket 0.95 The id is known.'],
  ['capability.examples', 'Shows the capability Shows read_ticket What it shows. Input { "ticketId" : "TCK-11" }'],
  ['side_effect.scope, type, reversible, risk_level', 'far away store Network network yes low'],
  ['idempotent', 'Idempotent idempotentHint true'],
  ['idempotent, as a badge', 'low risk read-only idempotent open world deterministic parallelizable'],
  ['deterministic', 'Deterministic yes'],
  ['composable_with', 'Feeds close_ticket'],
  ['mappings', '/id else "TCK-404" → /closedId "done and over" → /reason'],
  ['output_compatibility', 'Results satisfy Ticket'],
  ['pipeline_position', 'Place in a pipeline source'],
  ['parallelizable', 'Parallelizable yes'],
  ['stateful', 'Stateful no'],
  ['latency_p50_ms', 'Half of the calls within 12 ms'],
  ['latency_p95_ms', '95 of 100 within 41 ms'],
  ['latency_p99_ms', '99 of 100 within 90.5 ms'],
  ['throughput_rps', '250 calls a second'],
  ['error_rate', '0.001 of all calls'],
  ['cpu_utilization', '0.05 in use'],
  ['memory_usage_mb', '33 MB'],
  ['network_io_kbps', '44 kbit/s'],
  ['disk_io_kbps', '55 kbit/s'],
  ['dependency of a service', 'ticket_store service required Holds the tickets.'],
  ['dependency on a variable', 'DESK_KEY environment required'],
  ['dependency.version, required', 'undici ^7.0.0 package optional'],
  ['documentation.summary', 'Looks a ticket up.'],
  ['documentation.details', 'Use it when you know the id. Not for searching.'],
  [
    'example.name, description, input, output',
    'An open ticket Somebody must act. Input { "ticketId" : "TCK-2" } Result',
  ],
  ['example.error', 'Nobody knows it Input { "ticketId" : "TCK-0" } Fails with no such ticket'],
  ['see_also', 'See also close_ticket'],
  ['links', 'Rules of the desk https://example.com/desk'],
  ['workflows that use it', 'Used in settle'],
])('the page of a tool shows %s', (_, words) => {
  expect(tool).toContain(words);
});

test('the other end of each relation shows it too', () => {
  expect(closing).toContain('Fed by get_ticket');
  expect(closing).toContain('get_ticket tool required');
  expect(tool).toContain('Needed by close_ticket , settle .');
  expect(read('schemas/Ticket.html')).toContain('Satisfied by every result of get_ticket .');
  expect(closing).toContain('Stateful yes');
  expect(closing).toContain('tickets Data data_modification no critical');
  expect(closing).toContain('Title Close');
});

test('the risk matrix has every effect, with its level and whether it can be undone', () => {
  const risk = read('risk.html');
  expect(risk).toContain('close_ticket tickets : critical risk , cannot be undone');
  expect(risk).toContain('get_ticket far away store : low risk');
  expect(site.get('risk.html')).toContain('<span class="effect risk-critical is-final">tickets');
});

test('the catalogue has the filters, and the data that they look at', () => {
  const catalogue = read('index.html');
  for (const words of ['support (2)', 'critical (2)', 'idempotent (', 'source (1)', 'read_ticket (1)']) {
    expect(catalogue).toContain(words);
  }
  expect(site.get('assets/tools.js')).toContain('["support","tickets"],["read_ticket"],"low"');
});

test('the graph is drawn, and told in words', () => {
  expect(site.get('composition.html')).toContain('<title>get_ticket feeds close_ticket</title>');
  expect(read('composition.html')).toContain('get_ticket close_ticket /id else "TCK-404" → /closedId');
});

const workflow = read('workflows/settle.html');

test.each([
  ['id, name', 'Settle a matter settle'],
  ['description', 'Looks a ticket up and closes it.'],
  ['expose', 'A function of the client, and a tool of the server.'],
  ['step.id, tool', 'look runs get_ticket'],
  ['step.inputs', 'Input input/ticketId → /ticketId'],
  ['step.outputs', 'Names /id → found_id'],
  ['step.inputs with a default', 'input/why else "no reason" → /reason'],
  ['step.after', 'Waits for close'],
  ['condition, value_based', 'a value of the workflow value_based'],
  ['condition, time_based', '"Europe/Vienna"'],
  ['condition, approval_required', '"Really close it?"'],
  ['retry_policy', 'up to 3 attempts, linear pauses from 150 to 2500 ms, after timeout'],
  ['timeout_ms', '4000 ms an attempt'],
  ['error_handling: rollback', 'On failure rollback'],
  ['error_handling: fallback', 'another tool stands in: get_ticket "TCK-77" → /ticketId'],
  ['outputs', 'Where it comes from again/status else "unknown" → /state'],
  ['compensations', 'close reopen_ticket close/id → /closedId'],
  ['on_failure', 'the others are not run'],
  ['undone by', 'Undone by reopen_ticket'],
])('the page of a workflow shows %s', (_, words) => {
  expect(workflow).toContain(words);
});

test('a diagram shows the order of the steps', () => {
  expect(site.get('workflows/settle.html')).toContain('<title>close uses the result of look</title>');
  expect(site.get('workflows/settle.html')).toContain('href="#step-again"');
});

test('the digests and the environment stand on the page of the contract', () => {
  const model = fullModel();
  const contract = read('contract.html');
  for (const digest of [model.digest, ...model.tools.map((each) => each.digest)]) expect(contract).toContain(digest);
  expect(contract).toContain('DESK_KEY required, secret Opens the desk.');
});

test('the same contract gives the same bytes', async () => {
  expect([...(await siteOf(fullModel()))]).toEqual([...site]);
});
