import { expect, test } from 'vitest';
import { modelOf } from '../support/contract.js';
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
  const offers = [...model.tools, ...model.resources, ...model.resourceTemplates, ...model.prompts];
  for (const { digest } of [model, ...offers]) expect(contract).toContain(digest);
  expect(contract).toContain('DESK_KEY required, secret Opens the desk.');
});

test.each([
  ['authorizationServers', 'Authorization servers https://login.example.com'],
  ['required', 'Every request needs desk:use'],
  ['tokens', 'signed (JWT), verified by the server'],
  ['resourceName', 'Called The desk itself'],
  ['documentation', 'Documentation https://example.com/access'],
  ['scopes', 'desk:letters Read letters. desk:rules See the rules.'],
  ['eras', 'Revisions 2026-07-28, and the older ones'],
  ['listChanged', 'Lists that may change resources'],
  ['deprecated', 'Deprecated features in use roots, sampling'],
  ['pageSize', 'Entries on a page of a list 250'],
  ['caching', 'tools/list 1 hour private resources/read 250 ms'],
])('the page of the contract shows %s', (_, words) => {
  expect(read('contract.html')).toContain(words);
});

test.each([
  ['ask, a form', 'confirm a form for the user Really close it?'],
  ['a field that is yes or no', 'sure yes or no · Quite sure required'],
  [
    'a field of titled choices, with a default',
    'mood one choice one of sad Rather sad · glad Very glad default "glad"',
  ],
  ['a field of several choices', 'teams several choices any of billing · product items up to 2 items'],
  ['a field with a range', 'copies whole number How many copies to send. range 1 to 9'],
  ['a field with a format', 'mail text length up to 99 characters format email'],
  ['otherwise: skip', 'format email Where the client cannot be asked, the tool goes on without an answer.'],
  ['ask, a page to visit', 'pay a page that the user is asked to visit Please pay the fee.'],
  ['otherwise: error', 'Please pay the fee. Where the client cannot be asked, the call fails: with error -32021'],
  ['ask, a sample', 'poem a message of the client’s model Messages [{ "role" :"user"'],
  ['sample.systemPrompt, maxTokens', 'System prompt You are a poet. Length at most 12,345 tokens'],
  ['sample.temperature, stopSequences', 'Temperature 0.7 Ends at ["The end"]'],
  ['sample.modelPreferences', 'Model { "hints" :[{ "name" :"bard"}]}'],
  ['ask, roots', 'folders the folders that the client works in Where the client cannot be asked, the tool goes on'],
  ['answers of an example', 'The client answers { "confirm" : { "action" : "accept"'],
  ['tasks.start', 'Becomes a task when the tool says so, or not at all'],
  ['tasks.required', 'Other clients are refused, with error -32021'],
  ['tasks.ttlMs, pollIntervalMs', 'Is kept for 1.5 hours Ask again after 750 ms'],
  ['badges of both', 'asks long-running'],
  ['scopes, with those of every request', 'desk:close this one Close tickets. desk:use every request Come in.'],
  ['dependencies on resources, by name and by URI', 'desk rules resource required minutes resource required'],
])('the page of a tool that asks shows %s', (_, words) => {
  expect(closing).toContain(words);
});

test('a tool without scopes needs those of every request, and one without questions has no such section', () => {
  expect(tool).toContain('Scopes Scopes that a caller needs Scope Needed by Allows desk:use every request Come in.');
  for (const words of ['Questions', 'Long-running', 'desk:close']) expect(tool).not.toContain(words);
});

const resource = read('resources/desk=rules.html');

test.each([
  ['title, name', 'Rules of the house desk rules'],
  ['description', 'Description, exactly as models read it What everybody keeps to.'],
  ['uri, size', 'URI desk://rules Size 123,456 bytes'],
  ['mimeType', 'Media type text/markdown'],
  ['annotations', 'Meant for user, assistant Priority 0.25 of 1 Last modified 2026-01-02T03:04:05Z'],
  ['subscribable', 'Clients are told of changes yes, when they subscribe'],
  ['cache', 'May be kept for 1.5 minutes May be shared yes, it is the same for everybody'],
  ['tools that need it', 'Needed by close_ticket'],
  ['scopes', 'desk:rules this one See the rules. desk:use every request'],
  ['its definition', '"uri" : "desk://rules"'],
])('the page of a resource shows %s', (_, words) => {
  expect(resource).toContain(words);
});

test('a resource without hints of its own has those of all answers', () => {
  const bare = read('resources/minutes.html');
  expect(bare).toContain('Clients are told of changes no May be kept for 250 ms');
  expect(bare).toContain('There is none.');
  expect(bare).toContain('Needed by close_ticket');
});

test.each([
  ['uriTemplate', 'URI template desk://letters/{year}/{pages*}{?copy}'],
  ['list', 'Listed what there is stands in resources/list'],
  ['a variable with values', 'year text required When it came. completed from "2025" "2026"'],
  ['a list, completed by the handler', 'pages list of texts required completed by the server'],
  ['a variable of the query', 'copy text a URI may lack it'],
  ['its type', 'export type LetterTemplateVariables = {'],
  ['scopes', 'desk:letters this one Read letters.'],
])('the page of a template shows %s', (_, words) => {
  expect(read('resource-templates/letter.html')).toContain(words);
});

test.each([
  ['title, name', 'Answer a letter write back'],
  ['description', 'Description, exactly as clients read it Writes an answer to a letter.'],
  ['a required argument', 'letter text · The letter required Which letter. completed by the server'],
  ['an optional argument', 'tone text completed from "kind" "curt"'],
  ['its type', 'export type WriteBackPromptArguments = {'],
  ['ask', 'anger a form for the user How angry are you? degree whole number'],
  ['otherwise', 'the request fails with a JSON-RPC error, which is -32021 in the current revision.'],
  ['scopes', 'desk:use every request Come in. desk:write this one Write letters.'],
])('the page of a prompt shows %s', (_, words) => {
  expect(read('prompts/write=back.html')).toContain(words);
});

test('lists lead to resources, templates and prompts, and say what they are for', () => {
  const list = read('resources.html');
  expect(list).toContain('desk rules desk://rules What everybody keeps to. text/markdown');
  expect(list).toContain('letter desk://letters/{year}/{pages*}{?copy} One letter that came in. text/plain');
  expect(read('prompts.html')).toContain('write back Writes an answer to a letter. letter , tone ?');
  expect(site.get('prompts.html')).toContain('href="prompts/write%3Dback.html"');
});

test('a contract with tools alone has a list of tools, and no page for what it has not', async () => {
  const plain = await siteOf(modelOf('tools: [{ name: a, description: A., inputSchema: { type: object } }]'));
  expect([...plain.keys()].filter((path) => path.endsWith('.html'))).toEqual([
    'index.html',
    'risk.html',
    'contract.html',
    'tools/a.html',
  ]);
  const page = textOf(plain.get('index.html') ?? '');
  expect(page).toContain('1 tool ');
  expect(page).not.toContain('Kind');
  expect(page).not.toContain('Catalogue');
});

test('the same contract gives the same bytes', async () => {
  expect([...(await siteOf(fullModel()))]).toEqual([...site]);
});
