import { hasQuestions } from '../../model/asks.js';
import { isEnhanced } from '../../model/extensions.js';
import type { Model } from '../../model/model.js';
import { hasParamHeaders } from '../../model/param-headers.js';
import { prerequisitesOf } from '../../model/prerequisites.js';
import { hasTasks } from '../../model/task-support.js';
import { exposedWorkflows, hasRetries, usedWorkflows } from '../../model/used-workflows.js';
import type { EmittedFile } from '../emitted-file.js';
import { completedByHandler } from '../offers/completable.js';
import { isSubscribable, mayChange } from '../server/emit-changes.js';
import { hasExamples } from '../server/emit-examples.js';

/** Reads a module of the runtime by its file name; the texts ship with the compiler and are tested there. */
export type ReadRuntime = (file: string) => string;

/** Modules that generated code imports itself, by what needs them. */
const entries = {
  tools: ['descriptor.ts', 'json-text.ts', 'lazy-descriptor.ts'],
  server: ['fetch-handler.ts', 'handler.ts', 'http.ts', 'lazy-handler.ts', 'register.ts', 'server.ts', 'stdio.ts'],
  resources: ['resource-descriptor.ts'],
  prompts: ['prompt-descriptor.ts'],
  servedResources: ['resource-answer.ts', 'resource-handler.ts', 'resources.ts'],
  servedPrompts: ['prompt-handler.ts', 'prompts.ts'],
  completer: ['completer.ts'],
  clientOffers: ['client-changes.ts', 'client-offers.ts', 'resource-reading.ts', 'verify-offers.ts'],
  environment: ['environment.ts'],
  prerequisites: ['prerequisites.ts'],
  examples: ['examples.ts'],
  serverAuthorization: ['protected-resource.ts'],
  signedTokens: ['jwt-verifier.ts'],
  client: ['client.ts', 'connect-over-http.ts', 'errors.ts'],
  clientAuthorization: ['authorized-transport.ts', 'oauth.ts'],
  enhancedServer: ['declare-extensions.ts'],
  strictServer: ['require-core.ts'],
  paramHeaders: ['param-headers.ts'],
  logging: ['logging.ts'],
  changes: ['changes.ts'],
  subscribable: ['subscribable.ts'],
  sse: ['sse.ts'],
  enhancedClient: ['enhanced-client.ts', 'enhanced-types.ts'],
  workflow: ['workflow.ts'],
  servedWorkflow: ['workflow-handlers.ts'],
  clientWorkflow: ['client-workflows.ts', 'workflow-types.ts'],
  retry: ['retry.ts'],
  clientTasks: ['client-tasks.ts', 'task-view.ts', 'task-wait.ts'],
  servedTasks: ['memory-task-store.ts', 'task-context.ts', 'task-store.ts', 'tasks.ts'],
  questions: ['asking.ts'],
  answeringClient: ['answers.ts'],
  askingServer: ['input.ts', 'replay.ts'],
} as const;

/**
 * `runtime/`: the modules that this contract uses, and those that they import; nothing else. `more` are modules that generated
 * validators import.
 */
export function emitRuntime(model: Model, read: ReadRuntime, more: Iterable<string> = []): EmittedFile[] {
  const wanted = [...entriesOf(model), ...more];
  const texts = new Map<string, string>();
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (texts.has(file)) continue;
    const text = read(sourceOf(file, model));
    texts.set(file, text);
    for (const [, imported = ''] of text.matchAll(/(?: from |\bimport\()'\.\/([\w-]+)\.js'/g))
      wanted.push(`${imported}.ts`);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => ({
      path: `${model.paths.output}/runtime/${file}`,
      kind: 'generated',
      shipped: true,
      text: `${runtimeHeader}\n\n${text}`,
    }));
}

function entriesOf(model: Model): string[] {
  const { targets, environment, compatibilityMode, protocol } = model;
  const wanted: string[] = [...entries.tools];
  if (hasQuestions(model)) wanted.push(...entries.questions);
  if (targets.includes('server')) {
    wanted.push(...entries.server);
    if (environment.length > 0) wanted.push(...entries.environment);
    if (prerequisitesOf(model) !== undefined) wanted.push(...entries.prerequisites);
    if (hasExamples(model)) wanted.push(...entries.examples);
    if (hasTasks(model)) wanted.push(...entries.servedTasks);
    if (hasQuestions(model)) wanted.push(...entries.askingServer);
    if (model.authorization !== undefined) wanted.push(...entries.serverAuthorization);
    if (model.authorization?.tokens === 'jwt') wanted.push(...entries.signedTokens);
    if (isEnhanced(model)) wanted.push(...entries.enhancedServer);
    if (protocol.deprecated.includes('sse')) wanted.push(...entries.sse);
    if (mayChange(model)) wanted.push(...entries.changes);
    if (isSubscribable(model)) wanted.push(...entries.subscribable);
    if (protocol.deprecated.includes('logging')) wanted.push(...entries.logging);
    if (compatibilityMode === 'strict') wanted.push(...entries.strictServer);
    if (hasParamHeaders(model)) wanted.push(...entries.paramHeaders);
  }
  if (targets.includes('client')) {
    wanted.push(...entries.client);
    if (hasQuestions(model)) wanted.push(...entries.answeringClient);
    if (model.authorization !== undefined) wanted.push(...entries.clientAuthorization);
    if (hasTasks(model)) wanted.push(...entries.clientTasks);
    if (isEnhanced(model)) wanted.push(...entries.enhancedClient);
  }
  return [...wanted, ...offerEntries(model), ...workflowEntries(model)];
}

function offerEntries({ targets, resources, resourceTemplates, prompts }: Model): string[] {
  const hasResources = resources.length + resourceTemplates.length > 0;
  const isServed = targets.includes('server');
  const isCompleting = [...resourceTemplates, ...prompts].some((each) => completedByHandler(each).length > 0);
  return [
    ...(hasResources ? entries.resources : []),
    ...(prompts.length > 0 ? entries.prompts : []),
    ...(isServed && hasResources ? entries.servedResources : []),
    ...(isServed && prompts.length > 0 ? entries.servedPrompts : []),
    ...(isServed && isCompleting ? entries.completer : []),
    ...(targets.includes('client') && (hasResources || prompts.length > 0) ? entries.clientOffers : []),
  ];
}

function workflowEntries(model: Model): string[] {
  const { targets } = model;
  const used = usedWorkflows(model);
  return [
    ...(used.length > 0 ? entries.workflow : []),
    ...(targets.includes('client') && used.length > 0 ? entries.clientWorkflow : []),
    ...(targets.includes('server') && exposedWorkflows(model).length > 0 ? entries.servedWorkflow : []),
    ...(used.some(hasRetries) ? entries.retry : []),
  ];
}

/** With precompiled validators, some modules stand in for others that would bring a compiler of schemas along. */
const precompiled: ReadonlyMap<string, string> = new Map([
  ['validator.ts', 'validator-precompiled.ts'],
  ['value-condition.ts', 'value-condition-precompiled.ts'],
]);

function sourceOf(file: string, { validators }: Model): string {
  return (validators === 'precompiled' ? precompiled.get(file) : undefined) ?? file;
}

const runtimeHeader = '// Copied by mcpgen from its tested runtime. Do not edit.';
