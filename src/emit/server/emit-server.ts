import type { JsonObject } from '../../json.js';
import { hasQuestions, toolsAsk } from '../../model/asks.js';
import { isEnhanced, serverExtensions } from '../../model/extensions.js';
import type { Model } from '../../model/model.js';
import { hasParamHeaders } from '../../model/param-headers.js';
import { prerequisitesOf } from '../../model/prerequisites.js';
import { hasTasks, taskTools } from '../../model/task-support.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral } from '../code/literal.js';
import { importTypes, importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { offerServing } from '../offers/serving.js';
import { contextExtras } from './context-extras.js';
import { mayChange } from './emit-changes.js';
import { derived, servedWorkflows } from './served-workflows.js';
import { serverAuthorization } from './server-authorization.js';

/** `server/create-server.ts`: the server, however it is served. */
export function emitServer(model: Model): EmittedFile {
  const hasEnvironment = model.environment.length > 0;
  const { instructions } = model.server;
  const [hasExtensions, isStrict] = [isEnhanced(model), model.compatibilityMode === 'strict'];
  const served = servedWorkflows(model);
  const protection = model.authorization === undefined ? undefined : serverAuthorization(model.authorization);
  const hasPrerequisites = prerequisitesOf(model) !== undefined;
  const isTasking = hasTasks(model);
  const hasHeaders = hasParamHeaders(model);
  const asksInTasks = taskTools(model).some(({ ask }) => ask !== undefined);
  const given = hasPrerequisites ? ts` & { readonly prerequisites?: Prerequisites | undefined }` : nothing;
  const tasking = isTasking ? ts` & { readonly tasks?: TaskOptions | undefined }` : nothing;
  const asks = hasQuestions(model);
  const inTools = toolsAsk(model);
  const asking = asks ? ts` & { readonly input?: InputOptions | undefined }` : nothing;
  const ensure = (source: Code) =>
    hasPrerequisites ? ts`  Checked.ensure(prerequisites, options.prerequisites${source});\n` : nothing;

  const extras = contextExtras(model);
  const mounted = extras.mounted.length === 0 ? ts`options` : ts`{ ...options, extras: [${list(extras.mounted)}] }`;
  const isNotifying = mayChange(model);
  const changing = isNotifying ? ts` & ChangeOptions` : nothing;
  const offers = offerServing(model, mounted, changing);
  const definition = list([
    ts`info`,
    ...(instructions === undefined ? [] : [ts`instructions`]),
    ts`tools`,
    ...offers.members,
    ...(hasEnvironment && !hasPrerequisites ? [ts`environment`] : []),
    ...(hasExtensions ? [ts`extensions`] : []),
    ...(model.protocol.eras === 'modern' ? [ts`eras: 'modern'`] : []),
    ...extras.served,
    ...(isStrict ? [ts`gate: requireCore`] : []),
    ...(hasHeaders ? [ts`paramHeaders: checkParamHeaders(tools)`] : []),
    ...(protection === undefined ? [] : [ts`isProtected: true`]),
    ts`handlers`,
    ...(served === undefined ? [] : [ts`derived: ${derived}`]),
    ...(asks ? [ts`input: inputFromClients(options.input)`] : []),
    ...(isTasking ? [ts`tasks: taskService(options.tasks${asksInTasks ? ts`, answerFrom` : nothing})`] : []),
    ts`options`,
  ]);
  return {
    path: `${model.paths.output}/server/create-server.ts`,
    kind: 'generated',
    text: moduleText(
      [
        importTypes(['McpServer'], '@modelcontextprotocol/server'),
        hasExtensions ? importValues(['declareExtensions'], '../runtime/declare-extensions.js') : nothing,
        ...extras.valueImports,
        asks
          ? ts`import { ${asksInTasks ? ts`answerFrom, ` : nothing}type InputOptions, inputFromClients } from '../runtime/input.js';`
          : nothing,
        hasHeaders ? importValues(['checkParamHeaders'], '../runtime/param-headers.js') : nothing,
        isStrict ? importValues(['requireCore'], '../runtime/require-core.js') : nothing,
        ts`import { registerContractTools, type ToolOptions } from '../runtime/register.js';`,
        ts`import { type ContractServer, createContractServer, type ServerOptions } from '../runtime/server.js';`,
        isTasking ? importValues(['withTask'], '../runtime/task-context.js') : nothing,
        isTasking ? ts`import { type TaskOptions, taskService } from '../runtime/tasks.js';` : nothing,
        ...(served?.imports ?? []),
        ...offers.imports,
        ...(protection?.imports ?? []),
        importValues(['tools'], '../tools/index.js'),
        hasEnvironment && !hasPrerequisites ? importValues(['environment'], './environment.js') : nothing,
        ...(!hasPrerequisites
          ? []
          : [
              ts`import { Prerequisites as Checked } from '../runtime/prerequisites.js';`,
              ts`import { type Prerequisites, prerequisites } from './prerequisites.js';`,
            ]),
        importTypes(['Handlers'], './handler.js'),
      ],
      lines(
        ts`export { EnvironmentError } from '../runtime/environment.js';`,
        ts`export type { FailureInfo, OnError } from '../runtime/failure.js';`,
        isTasking
          ? lines(
              ts`export { MemoryTaskStore, type MemoryTaskStoreOptions } from '../runtime/memory-task-store.js';`,
              ts`export { type StoredTask, type TaskRecord, type TaskStore, TaskStoreFullError } from '../runtime/task-store.js';`,
            )
          : nothing,
        isNotifying ? ts`export * from './changes.js';` : nothing,
        hasEnvironment ? ts`export { readEnvironment } from './environment.js';` : nothing,
        ts`export * from './handler.js';`,
        !hasPrerequisites ? nothing : ts`export * from './prerequisites.js';`,
        ts`export type { ${list([...(isNotifying ? [ts`ChangeOptions`] : []), ts`ContractServer`, ts`ServerOptions`, ts`ToolOptions`])} };`,
        asks ? ts`export type { InputOptions };` : nothing,
        isTasking ? ts`export type { TaskOptions };` : nothing,
        served?.exports ?? nothing,
        protection?.exports ?? nothing,
      ),
      ts`const info = ${jsonLiteral(infoOf(model))};`,
      instructions === undefined ? nothing : ts`const instructions = ${jsonLiteral(instructions)};`,
      hasExtensions
        ? lines(
            docComment('What the server declares in `capabilities.extensions`.'),
            ts`const extensions = ${jsonLiteral(serverExtensions(model))};`,
          )
        : nothing,
      offers.constants,
      served?.list ?? nothing,
      protection?.definition ?? nothing,
      protection?.body ?? nothing,
      lines(
        docComment(
          `${model.protocol.eras === 'modern' ? modernDoc : bothErasDoc}, for \`serveStdio\` and \`serveHttp\`. ` +
            (hasPrerequisites ? prerequisitesDoc : createServerDoc) +
            (isStrict ? ` ${strictDoc}` : ''),
        ),
        ts`export function createServer<Services>(
  handlers: Handlers<Services>,
  options: ServerOptions<Services>${served?.options ?? nothing}${given}${asking}${tasking}${changing},
): ContractServer${isNotifying ? ts` & Notifying` : nothing} {
${ensure(ts`, options.environment`)}${
  isNotifying
    ? ts`  const changes = new Changes<Notifying['notify']>(changeRules, options);
  return { ...createContractServer({ ${definition} }), notify: changes.notify };`
    : ts`  return createContractServer({ ${definition} });`
}
}`,
      ),
      lines(
        docComment(
          [
            registerToolsDoc,
            ...(hasExtensions ? [extensionsDoc] : []),
            ...(isStrict ? [mountedStrictDoc] : []),
            ...(isTasking ? [mountedTasksDoc] : []),
          ].join(' '),
        ),
        ts`export function registerTools<Services>(
  server: McpServer,
  handlers: Handlers<Services>,
  options: ToolOptions<Services>${served?.options ?? nothing}${given}${inTools ? asking : nothing}${changing},
): void {
${ensure(nothing)}  ${lines(
          ts`registerContractTools(${list([
            ts`server`,
            ts`tools`,
            ts`handlers`,
            mounted,
            ...(served === undefined ? (inTools || isTasking ? [ts`undefined`] : []) : [derived]),
            ...(inTools ? [ts`inputFromClients(options.input)`] : isTasking ? [ts`undefined`] : []),
            ...(isTasking ? [ts`{ adapt: withTask }`] : []),
          ])});`,
          hasExtensions ? ts`declareExtensions(server, extensions);` : nothing,
        )}
}`,
      ),
      offers.functions,
    ),
  };
}

const bothErasDoc = 'A server of both protocol eras';
const modernDoc = 'A server of protocol revision 2026-07-28 and no older one';
const createServerDoc = 'Throws when a required environment variable is missing.';
const prerequisitesDoc = 'Throws when something is missing that its tools require.';
const strictDoc = 'Serves no client that does not declare `org.enhanced-mcp/core`: it is refused with error -32021.';
const registerToolsDoc = 'Puts the tools on an `McpServer` that exists already, beside whatever else it serves.';
const extensionsDoc =
  'It also declares what the contract uses of Enhanced MCP 2.0, unless it is connected already or declares the same keys itself.';
const mountedStrictDoc =
  'Whom it serves remains its own affair: `compatibilityMode: strict` holds for servers of `createServer` alone.';

const mountedTasksDoc =
  'Calls become tasks on servers of `createServer` alone: here each of them waits for its result.';

/** `Implementation` of MCP 2026-07-28. */
export function infoOf(model: Model): JsonObject {
  const { instructions: _, ...info } = model.server;
  return info as unknown as JsonObject;
}
