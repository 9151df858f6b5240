import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { assertWellFormed } from '../../src/emit/code/gate.js';
import type { EmittedFile } from '../../src/emit/emitted-file.js';

const FOLDER = resolve(import.meta.dirname, '../../src/runtime');

/** What a module imports, types included: they too must resolve where the module is copied to. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)';|^import '([^']+)';|\bimport\('([^']+)'\)/gms),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** What it loads when it is loaded itself: no types, and nothing that waits for a call. */
function loadedBy(file: string): string[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)(?! type\b)[^;]*?\bfrom '([^']+)';|^import '([^']+)';/gms)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** The modules that these entries need, and the packages that those need. */
function closureOf(entries: readonly string[], importsIn = importsOf): { files: string[]; packages: string[] } {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const file of files) {
    for (const specifier of importsIn(file)) {
      if (specifier.startsWith('./')) files.add(specifier.slice(2).replace(/\.js$/, '.ts'));
      else
        packages.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** What both need: most of it to validate with schemas that are compiled at run time. */
const SHARED = [
  ...['check-value.ts', 'legacy-projection.ts'],
  ...[
    'descriptor.ts',
    'engine.ts',
    'format-network.ts',
    'format-time.ts',
    'format-uri.ts',
    'formats.ts',
    'in-place.ts',
  ],
  ...['issues.ts', 'json.ts', 'keywords.ts', 'multiple-of.ts', 'same-json.ts', 'schema-check.ts', 'schema-keywords.ts'],
  ...['schema-references.ts', 'text-length.ts', 'undecided.ts', 'unevaluated.ts', 'unique-items.ts'],
  ...['validation-schema.ts', 'validator.ts'],
];
/** Stand in for `validator.ts` and `value-condition.ts` in projects with precompiled validators. */
const PRECOMPILED = ['validator-precompiled.ts', 'value-condition-precompiled.ts'];
const CLIENT = [
  ...['call.ts', 'client.ts', 'compare-lists.ts', 'errors.ts', 'list-all.ts', 'list-tools.ts'],
  ...['ask-page.ts', 'discovery-error.ts', 'embedded-discovery.ts', 'in-order.ts', 'timeout-error.ts'],
  ...['validation-error.ts', 'verify.ts'],
];
/** What workflows bring along, on either side. */
const WORKFLOWS = [
  ...['call-step.ts', 'compensate.ts', 'prepare-step.ts', 'progress-meter.ts', 'run-step.ts', 'run-workflow.ts'],
  ...['step-context.ts', 'time-window.ts', 'timeout-error.ts', 'validation-error.ts', 'value-condition.ts'],
  ...['within-time.ts', 'workflow-assembly.ts', 'workflow-conditions.ts', 'workflow-error.ts', 'workflow-options.ts'],
  ...['workflow-report.ts', 'workflow-run.ts', 'workflow-scope.ts', 'workflow.ts'],
];
/** What workflows bring along on one side only, and what retries bring along. */
const OF_WORKFLOWS = {
  client: ['client-workflows.ts', 'workflow-types.ts'],
  server: ['local-tool-error.ts', 'workflow-handlers.ts'],
  retry: ['retry.ts'],
};
/** What a contract that uses Enhanced MCP 2.0 brings along, on either side. */
const CORE = ['core-schema.ts', 'core.ts', 'payload.ts'];
const ENHANCED_CLIENT = [
  'best-path.ts',
  ...['composition.ts', 'discover.ts', 'discovery-schema.ts', 'discovery.ts', 'effects.ts', 'enhanced-client.ts'],
  ...[
    'enhanced-types.ts',
    'negotiation.ts',
    'path-search.ts',
    'plan-ends.ts',
    'plan.ts',
    'search-graph.ts',
    'suggested.ts',
  ],
];

/** What a server brings along whose contract has prerequisites, and the tests of its examples. */
const PREREQUISITES = ['installed-version.ts', 'prerequisites.ts', 'version-range.ts'];
const EXAMPLES = ['example-difference.ts', 'examples.ts'];
/** What only contracts bring along that say so. */
const ON_DEMAND = ['changes.ts', 'logging.ts', 'subscribable.ts'];
/** What the deprecated transport brings along, on top of what serves HTTP. */
const SSE = ['sse.ts'];
/** What tools and prompts bring along that ask something, and tools that become tasks. */
const ASKING = [
  ...['answers.ts', 'asking.ts', 'form.ts', 'input.ts', 'questions.ts', 'replay.ts'],
  ...['sealed-state.ts'],
];
const TASKS = [
  ...['memory-task-store.ts', 'task-answers.ts', 'task-call.ts', 'task-context.ts', 'task-counter.ts'],
  ...['task-extension.ts', 'task-outcomes.ts', 'task-run.ts', 'task-store.ts', 'task-stream.ts'],
  ...['task-subscriptions.ts', 'task-transport.ts', 'task-view.ts', 'task-wire.ts', 'tasks.ts'],
];
/** Questions of a task are answered like those of a call. */
const CLIENT_TASKS = ['calls-under-way.ts', 'client-tasks.ts', 'task-client.ts', 'task-wait.ts'];
/** What clients bring along that have to get tokens. */
/** What servers bring along that only serve whom they know, and what only some contracts of Enhanced MCP 2.0 do. */
const PROTECTED = ['jwt-verifier.ts', 'protected-resource.ts', 'secure-url.ts'];
const DISCOVERED = ['discover-keys.ts'];
const OAUTH = ['authorized-transport.ts', 'oauth-provider.ts', 'oauth-session.ts', 'oauth-storage.ts', 'oauth.ts'];
/** For clients that are reached over HTTP. */
const HTTP_CLIENT = ['connect-over-http.ts'];

/** What resources, templates and prompts bring along, on a server, and what lists on pages do. */
const SERVED_OFFERS = [
  ...['answer-request.ts', 'complete.ts', 'completer.ts', 'completions.ts', 'list-instances.ts'],
  ...['prompt-descriptor.ts', 'prompt-handler.ts', 'prompts.ts', 'read-resource.ts', 'resource-answer.ts'],
  ...['resource-descriptor.ts', 'resource-handler.ts', 'resources.ts', 'served-template.ts', 'uri-pattern.ts'],
];
/** What generated modules import, and no other one. */
const GENERATED = ['json-text.ts', 'lazy-descriptor.ts'];
const PARAM_HEADERS = ['param-headers.ts'];
const CLIENT_OFFERS = [
  'client-changes.ts',
  'client-offers.ts',
  'list-offers.ts',
  'resource-reading.ts',
  'verify-offers.ts',
];

test('a client needs these modules, and no package of a server or of Node', () => {
  const { files, packages } = closureOf(['client.ts']);
  expect(files).toEqual([...SHARED, ...CLIENT].sort());
  expect(packages).toEqual(['@modelcontextprotocol/client', 'ajv']);
});

test('an enhanced client needs these beside them, and no other package', () => {
  const { files, packages } = closureOf(['enhanced-client.ts', 'enhanced-types.ts']);
  expect(files).toEqual([...SHARED, ...CLIENT, ...CORE, ...ENHANCED_CLIENT].sort());
  expect(packages).toEqual(['@modelcontextprotocol/client', 'ajv']);
});

test('workflows need these beside them, and no other package', () => {
  const client = closureOf(['client.ts', ...OF_WORKFLOWS.client]);
  expect(client.files).toEqual([...new Set([...SHARED, ...CLIENT, ...WORKFLOWS, ...OF_WORKFLOWS.client])].sort());
  expect(client.packages).toEqual(['@modelcontextprotocol/client', 'ajv']);
  const server = closureOf(['server.ts', ...OF_WORKFLOWS.server]);
  const alone = closureOf(['server.ts']);
  expect(server.files).toEqual([...alone.files, ...WORKFLOWS, ...OF_WORKFLOWS.server].sort());
  expect(server.packages).toEqual(alone.packages);
});

test('retries need cockatiel, and nothing else does', () => {
  for (const file of readdirSync(FOLDER)) expect(importsOf(file).includes('cockatiel'), file).toBe(file === 'retry.ts');
  expect(closureOf(OF_WORKFLOWS.retry)).toEqual({
    files: [
      'descriptor.ts',
      'issues.ts',
      'json.ts',
      'retry.ts',
      'schema-check.ts',
      'text-length.ts',
      'undecided.ts',
      'workflow.ts',
    ],
    packages: ['cockatiel'],
  });
});

test('prerequisites and examples need nothing that a server does not have, but for these', () => {
  const server = closureOf(['server.ts', 'environment.ts']);
  for (const [entry, own] of [
    ['prerequisites.ts', PREREQUISITES],
    ['examples.ts', EXAMPLES],
  ] as const) {
    const { files, packages } = closureOf([entry]);
    expect(files.filter((file) => !server.files.includes(file))).toEqual(own);
    expect(packages.filter((name) => !name.startsWith('node:') && !server.packages.includes(name))).toEqual([]);
  }
});

test('a client of resources and prompts needs these beside, and no other package', () => {
  const { files, packages } = closureOf(['client-offers.ts']);
  const shared = [
    'base64.ts',
    'cache-hint.ts',
    'completions.ts',
    'prompt-descriptor.ts',
    'resource-descriptor.ts',
    'uri-pattern.ts',
  ];
  expect(files).toEqual([...SHARED, ...CLIENT, ...CLIENT_OFFERS, ...shared].sort());
  expect(packages).toEqual(['@modelcontextprotocol/client', 'ajv']);
});

test('resources and prompts need these beside what a server has, and no other package', () => {
  const alone = closureOf(['server.ts']);
  const server = closureOf(['server.ts', 'resources.ts', 'prompts.ts', 'completer.ts']);
  expect(server.files).toEqual([...alone.files, ...SERVED_OFFERS].sort());
  expect(server.packages).toEqual(alone.packages);
});

test('a server needs all the others, and no package of a client', () => {
  const { files, packages } = closureOf([
    'server.ts',
    'stdio.ts',
    'http.ts',
    'fetch-handler.ts',
    'declare-extensions.ts',
    'require-core.ts',
  ]);
  const others = [
    ...[...CLIENT, ...ENHANCED_CLIENT, ...WORKFLOWS, ...Object.values(OF_WORKFLOWS).flat(), ...PRECOMPILED],
    ...[
      ...PREREQUISITES,
      ...EXAMPLES,
      ...ON_DEMAND,
      ...SSE,
      ...HTTP_CLIENT,
      ...SERVED_OFFERS,
      ...GENERATED,
      ...PARAM_HEADERS,
      ...CLIENT_OFFERS,
      ...ASKING,
      ...TASKS,
      ...CLIENT_TASKS,
      ...OAUTH,
      ...PROTECTED,
      ...DISCOVERED,
    ],
  ];
  expect(files).toEqual(
    readdirSync(FOLDER)
      .filter((file) => !others.includes(file))
      .sort(),
  );
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([
    '@modelcontextprotocol/node',
    '@modelcontextprotocol/server',
    'ajv',
  ]);
});

test('what serves fetch brings nothing of Node along', () => {
  const { files, packages } = closureOf([
    'server.ts',
    'fetch-handler.ts',
    'declare-extensions.ts',
    'require-core.ts',
    ...ON_DEMAND,
  ]);
  expect(packages).toEqual(['@modelcontextprotocol/server', 'ajv']);
  expect(files).not.toContain('http.ts');
  expect(files).not.toContain('shutdown.ts');
});

test('only the module that serves HTTP needs the HTTP packages', () => {
  for (const file of readdirSync(FOLDER)) {
    const needsHttp = loadedBy(file).some((name) => name === 'node:http' || name === '@modelcontextprotocol/node');
    expect(needsHttp, file).toBe(file === 'http-server.ts');
  }
});

test('before the first call a server loads neither a compiler of schemas nor what serves HTTP', () => {
  const { files, packages } = closureOf(
    ['server.ts', 'stdio.ts', 'http.ts', 'lazy-descriptor.ts', 'lazy-handler.ts'],
    loadedBy,
  );
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual(['@modelcontextprotocol/server']);
  expect(files).toContain('http.ts');
  for (const late of ['http-server.ts', 'legacy-sessions.ts', 'validator.ts', 'engine.ts', 'formats.ts']) {
    expect(files).not.toContain(late);
  }
});

test('a build does not parse them again: all of them are well-formed modules that only declare', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const emitted = files.map((file): EmittedFile => {
    return { path: `generated/runtime/${file}`, kind: 'generated', text: readFileSync(join(FOLDER, file), 'utf8') };
  });
  expect(emitted.length).toBeGreaterThan(100);
  expect(() => assertWellFormed(emitted)).not.toThrow();
});
