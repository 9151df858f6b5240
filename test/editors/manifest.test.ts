import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/host/package-assets.js';
import { LanguageServer } from './support/language-server.js';

let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start(packageRoot);
}, 60_000);
afterAll(async () => {
  expect(server.complaints).toEqual([]);
  await server.stop();
});

const example = readFileSync(`${packageRoot}/manifests/tickets.yaml`, 'utf8');

/** The example manifest with lines in place of others, and the cursor among them. */
function edited(before: string | RegExp, after: string): string {
  const text = example.replace(before, () => after);
  expect(text).not.toBe(example);
  return text;
}

const open = (text: string) => server.open('manifests/tickets.yaml', text);

const modeline = '# yaml-language-server: $schema=../schemas/manifest.schema.json\n';

const workflow = `${modeline}workflows:
  - id: close_as_duplicate
    name: Close as duplicate
    description: Closes a ticket as a duplicate of another.
    inputSchema: { type: object, properties: { ticketId: { type: string } }, required: [ticketId] }
    steps:
      - id: find
        tool: get_ticket
        inputs: [{ from: input/ticketId, to: /id }]
`;

const offers: readonly { readonly at: string; readonly text: () => string; readonly labels: readonly string[] }[] = [
  {
    at: 'the top of a file',
    text: () => `${modeline}|>`,
    labels: ['tools', 'schemas', 'workflows', 'resources', 'prompts'],
  },
  {
    at: 'a key of a tool',
    text: () => edited('    title: Create a ticket\n', '    |>\n'),
    labels: ['title', 'annotations', 'unsafe_text'],
  },
  {
    at: 'a key of the semantics',
    text: () => edited('      ontology: https://schema.org/CreateAction\n', '      |>\n'),
    labels: ['ontology'],
  },
  {
    at: 'the type of a side effect',
    text: () =>
      edited(
        '{ type: data_modification, scope: tickets, reversible: true',
        '{ type: |>, scope: tickets, reversible: true',
      ),
    labels: ['data_modification', 'external_api', 'file_system', 'network', 'user_interaction'],
  },
  {
    at: 'the risk of a side effect',
    text: () => `${modeline}tools:\n  - name: a\n    semantics:\n      side_effects:\n        - risk_level: |>`,
    labels: ['low', 'medium', 'high', 'critical'],
  },
  {
    at: 'the place in a pipeline',
    text: () => edited('      pipeline_position: any\n', '      pipeline_position: |>\n'),
    labels: ['source', 'transform', 'sink', 'any'],
  },
  {
    at: 'a keyword of a schema',
    text: () => `${modeline}schemas:\n  Ticket:\n    type: object\n    |>`,
    labels: ['properties', 'required', 'additionalProperties', '$ref'],
  },
  {
    at: 'the type in a schema',
    text: () =>
      `${modeline}tools:\n  - name: a\n    inputSchema:\n      type: object\n      properties:\n        b:\n          type: |>`,
    labels: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'],
  },
  {
    at: 'a key of a step',
    text: () => `${workflow}        |>`,
    labels: ['outputs', 'after', 'conditions', 'retry_policy', 'error_handling', 'timeout_ms'],
  },
  {
    at: 'the strategy of a step',
    text: () => `${workflow}        error_handling:\n          strategy: |>`,
    labels: ['abort', 'skip', 'fallback', 'rollback'],
  },
  {
    at: 'a key of a resource',
    text: () => `${modeline}resources:\n  - name: rules\n    |>`,
    labels: ['uri', 'mimeType', 'annotations', 'cache', 'subscribable'],
  },
  {
    at: 'a key of a template',
    text: () => `${modeline}resourceTemplates:\n  - name: ticket\n    |>`,
    labels: ['uriTemplate', 'variables', 'list'],
  },
  {
    at: 'a key of an argument',
    text: () => `${modeline}prompts:\n  - name: triage\n    arguments:\n      - name: ticket\n        |>`,
    labels: ['title', 'required', 'complete'],
  },
  {
    at: 'the type of a condition',
    text: () => `${workflow}        conditions:\n          - type: |>`,
    labels: ['value_based', 'time_based', 'location_based', 'user_presence', 'approval_required'],
  },
];

test.each(offers)('completion at $at', async ({ text, labels }) => {
  const offered = await (await open(text())).complete();
  expect([...offered.keys()]).toEqual(expect.arrayContaining([...labels]));
});

/** Whole pieces, which an editor inserts with places to fill in. */
const snippets = [
  { label: 'tool', text: `${modeline}tools:\n  - |>` },
  { label: 'tool with meaning', text: `${modeline}tools:\n  - |>` },
  { label: 'workflow', text: `${modeline}workflows:\n  - |>` },
  { label: 'step', text: `${workflow}      - |>` },
  { label: 'resource', text: `${modeline}resources:\n  - |>` },
  { label: 'resource template', text: `${modeline}resourceTemplates:\n  - |>` },
  { label: 'prompt', text: `${modeline}prompts:\n  - |>` },
  { label: 'argument', text: `${modeline}prompts:\n  - name: triage\n    arguments:\n      - |>` },
  { label: 'step with a condition', text: `${workflow}      - |>` },
];

test.each(snippets)('the snippet "$label" is a valid piece of a manifest', async ({ label, text }) => {
  const snippet = (await (await open(text)).complete()).get(label)?.insertText ?? '';
  expect(snippet).toContain('${1');
  const filled = snippet
    .replace(/\$\{\d+\|([^,|}]+)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
  // As an editor does: what follows the first line is indented like it.
  const [indent = ''] = /[^\n]*$/.exec(text.replace('- |>', '')) ?? [];
  const whole = text.replace('|>', () => filled.replaceAll('\n', `\n${indent}`));
  expect(await (await open(whole)).problems()).toEqual([]);
});

const hovers: readonly { readonly word: string; readonly text: string; readonly says: readonly string[] }[] = [
  {
    word: 'tools',
    text: example.replace('tools:', 't|>ools:'),
    says: ['The tools of the server', 'name: create_ticket'],
  },
  {
    word: 'description',
    text: example.replace('    description:', '    des|>cription:'),
    says: ['for the model that decides whether to call it', 'Opens a ticket and notifies the team on duty.'],
  },
  {
    word: 'side_effects',
    text: example.replace('side_effects:', 'side_|>effects:'),
    says: ['What a call changes or touches', 'data_modification'],
  },
  {
    word: 'data_modification',
    text: example.replace('type: data_modification', 'type: data_|>modification'),
    says: ['What kind of effect', '`data_modification`: Data that the server keeps.'],
  },
  {
    word: 'pipeline_position',
    text: example.replace('pipeline_position', 'pipe|>line_position'),
    says: ['Where in a pipeline the tool can stand', '`sink`: At the end: it feeds no tool.', 'source'],
  },
  {
    word: 'semantics, described beside a reference',
    text: example.replace('    semantics:', '    seman|>tics:'),
    says: ['What the tool means and what it changes in the world', 'categories:'],
  },
  {
    word: 'inputs of a step',
    text: workflow.replace('inputs:', 'in|>puts:'),
    says: ['The parts of its input', 'from: input/ticketId'],
  },
  {
    word: 'uriTemplate',
    text: `${modeline}resourceTemplates:\n  - name: ticket\n    uri|>Template: desk://tickets/{id}\n`,
    says: ['RFC 6570', 'desk://tickets/{id}'],
  },
  {
    word: 'minLength, in a schema',
    text: `${modeline}schemas:\n  Id:\n    type: string\n    min|>Length: 1\n`,
    says: ['The least number of characters.'],
  },
];

test.each(hovers)('hover at $word', async ({ text, says }) => {
  expect(text).toContain('|>');
  const shown = (await (await open(text)).hover()).replaceAll('\\', '');
  for (const part of says) expect(shown).toContain(part);
  expect(shown).toContain('Example:');
});

test.each([
  {
    typo: 'desciption',
    text: () => edited('    description:', '    desciption:'),
    message: /desciption is not allowed/,
  },
  {
    typo: 'data_modifcation',
    text: () => edited('type: data_modification', 'type: data_modifcation'),
    message: /not accepted/,
  },
  { typo: 'pipeline_postion', text: () => edited('pipeline_position', 'pipeline_postion'), message: /not allowed/ },
  { typo: 'tol', text: () => workflow.replace('tool:', 'tol:'), message: /tol is not allowed/ },
])('the typo $typo is underlined, and nothing else', async ({ typo, text, message }) => {
  const whole = text();
  const lines = whole.slice(0, whole.indexOf(typo)).split('\n');
  const start = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const problems = await (await open(whole)).problems();
  const underlined = problems.filter(({ range }) => range.start.line === start.line);
  expect(underlined).toContainEqual(
    expect.objectContaining({
      message: expect.stringMatching(message),
      range: { start, end: { line: start.line, character: start.character + typo.length } },
    }),
  );
});

test.each(readdirSync(`${packageRoot}/manifests`))('%s has no problems, and finds its schema', async (name) => {
  const text = readFileSync(`${packageRoot}/manifests/${name}`, 'utf8');
  expect(await (await open(text)).problems()).toEqual([]);
  expect(await (await open(`${text}tol: []\n`)).problems()).toHaveLength(1);
});
