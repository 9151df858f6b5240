import type { JsonObject } from '../../json.js';
import { hasQuestions } from '../../model/asks.js';
import { clientCore, isEnhanced } from '../../model/extensions.js';
import { mayOmitInput } from '../../model/may-omit-input.js';
import type { Model, ToolModel } from '../../model/model.js';
import { typeNamesOfTool } from '../../model/names.js';
import { hasTasks, taskTools } from '../../model/task-support.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { jsonLiteral, propertyKey } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { descriptorOf, typesDeclaredFor } from '../tools/names.js';
import { embeddedDiscovery } from './embedded-discovery.js';
import { hasOffers, offerTypes } from './emit-client-offers.js';

/** `client/index.ts`: a typed method for each tool; and discovery and plans, for a contract that uses Enhanced MCP 2.0. */
export function emitClient(model: Model): EmittedFile {
  const asking = model.tools.filter(({ ask }) => ask !== undefined);
  const isAnswering = hasQuestions(model);
  const words = { ...(isEnhanced(model) ? enhanced(model) : plain), ...(isAnswering && answering) };
  const hasWorkflows = model.workflows.length > 0;
  const isTasking = hasTasks(model);
  const imports = model.tools.map((tool) => {
    const types = [...typesDeclaredFor(tool), ...(tool.ask === undefined ? [] : [askTypeOf(tool)])];
    return importTypes(types, `../tools/${tool.names.file}.js`);
  });
  const exported = model.tools.map((tool) => ts`export type { ${list(typesDeclaredFor(tool).map(identifier))} };`);
  const table = model.tools.map(
    (tool) => ts`${propertyKey(tool.names.camel)}: descriptors.${descriptorOf(tool.names)},`,
  );
  const { name, version } = model.server;
  return {
    path: `${model.paths.output}/client/index.ts`,
    kind: 'generated',
    text: moduleText(
      [
        ts`import type { Transport } from '@modelcontextprotocol/client';`,
        !isAnswering ? nothing : ts`import { type AnsweringOptions, withAnswers } from '../runtime/answers.js';`,
        ts`import type { CallOptions, UntypedResult } from '../runtime/call.js';`,
        ...words.imports,
        ...(isTasking ? taskImports : []),
        ...(hasOffers(model) ? offerImports : []),
        ...(hasWorkflows ? workflowImports : []),
        ...(model.authorization === undefined ? [] : authorizationImports),
        ...imports,
        model.tools.length === 0 ? nothing : ts`import * as descriptors from '../tools/index.js';`,
      ],
      lines(
        ts`export { connectOverHttp, type HttpConnectOptions } from '../runtime/connect-over-http.js';`,
        ts`export * from '../runtime/errors.js';`,
        ts`export type { Issue } from '../runtime/issues.js';`,
        ts`export type { ContractDifference } from '../runtime/verify.js';`,
        model.schemas.length === 0 ? nothing : ts`export type * from '../schemas.js';`,
        words.exports,
        isTasking ? taskExports : [],
        !isAnswering ? nothing : ts`export type * as input from '../runtime/answers.js';`,
        hasOffers(model) ? offerExports(model) : [],
        hasWorkflows ? workflowExports(model) : [],
        model.authorization === undefined ? nothing : authorizationExports,
        exported,
      ),
      lines(
        docComment(
          'The tools of the contract. A method sends its input, and returns what the tool’s `outputSchema` describes.',
        ),
        ts`export interface Tools {
  ${lines(model.tools.map(method))}
}`,
      ),
      isTasking ? tasks(model) : nothing,
      !isAnswering ? nothing : questions(asking),
      ts`const definition${words.definitionType} = {
  info: ${jsonLiteral({ name: `${name}-client`, version } satisfies JsonObject)},
  ${lines(
    ts`tools: {
  ${lines(table)}
},`,
    ts`discovery: ${jsonLiteral(embeddedDiscovery(model))},`,
    isTasking ? ts`tasks: taskSupport,` : nothing,
    words.members,
  )}
};`,
      lines(
        docComment('Connects over any transport of the SDK, and finds out which protocol era the server speaks.'),
        createClient(words, { hasWorkflows, isTasking, isOffering: hasOffers(model) }),
      ),
      model.authorization === undefined ? nothing : connectAuthorized(words),
    ),
  };
}

function createClient(
  { client, create, options, given }: Words,
  { hasWorkflows, isTasking, isOffering }: { hasWorkflows: boolean; isTasking: boolean; isOffering: boolean },
): Code {
  if (!hasWorkflows && !isTasking && !isOffering) {
    return ts`export function createClient(transport: Transport, options?: ${options}): Promise<${client}> {
  return ${create}(definition, transport, ${given});
}`;
  }
  const offering = isOffering ? ts`WithOffers<${client}, Offers>` : client;
  const tasking = isTasking ? ts`WithTasks<${offering}, Tasks>` : offering;
  const members = [
    ts`...client`,
    ...(isTasking ? [ts`tasks: bindTasks<Tasks>(client, definition.tools, options)`] : []),
    ...(hasWorkflows ? [ts`workflows: bindWorkflows(workflows, methods, options)`] : []),
  ];
  const body = [
    ts`const ${isOffering ? ts`plain` : ts`client`} = await ${create}(definition, transport, ${given});`,
    isOffering ? ts`const client = withOffers<Tools, ${client}, Offers>(plain, offers, options);` : nothing,
    hasWorkflows ? ts`const methods = { tools: client.tools, descriptors: definition.tools };` : nothing,
    hasWorkflows || isTasking ? ts`return { ${list(members)} };` : ts`return client;`,
  ];
  return ts`export async function createClient(
  transport: Transport,
  options?: ${options},
): Promise<${hasWorkflows ? ts`WithWorkflows<${tasking}, Workflows>` : tasking}> {
  ${lines(body)}
}`;
}

const authorizationImports = [
  ts`import { authorizedTransport, type HttpConnection } from '../runtime/authorized-transport.js';`,
];

const authorizationExports = lines(
  // In lower case, which no type of the contract is.
  ts`export * as oauth from '../runtime/oauth.js';`,
  ts`export type { HttpConnection };`,
);

const connectAuthorized = ({ options }: Words) =>
  lines(
    docComment('Connects over Streamable HTTP, with whatever the server asks its callers to show.'),
    ts`export async function connectAuthorized(
  url: string | URL,
  options: ${options} & HttpConnection = {},
): ReturnType<typeof createClient> {
  return createClient(await authorizedTransport(url, options), options);
}`,
  );

const offerImports = [
  ts`import { type WithOffers, withOffers } from '../runtime/client-offers.js';`,
  ts`import { type Offers, offers } from './offers.js';`,
];

function offerExports(model: Model): readonly Code[] {
  return [
    ts`export type { Subscription } from '../runtime/client-changes.js';`,
    ts`export type { Completion, ListedInstance } from '../runtime/client-offers.js';`,
    ts`export type { ResourceReading } from '../runtime/resource-reading.js';`,
    ts`export type { CompleteDifference } from '../runtime/verify-offers.js';`,
    ts`export type { ${list(['Offers', ...offerTypes(model)].map(identifier))} } from './offers.js';`,
  ];
}

const taskImports = [
  ts`import { bindTasks, type TaskCallOptions, type TaskMethods, taskSupport, type WithTasks } from '../runtime/client-tasks.js';`,
];

const taskExports = [
  ts`export type { TaskHandle } from '../runtime/client-tasks.js';`,
  ts`export type { TaskView } from '../runtime/task-view.js';`,
  ts`export { TaskCancelledError, type TaskWaitOptions } from '../runtime/task-wait.js';`,
  ts`export type { TaskCallOptions, TaskMethods };`,
];

/** `client.tasks`: calls that are begun without waiting for their results. */
function tasks(model: Model): Code {
  const members = taskTools(model).map((tool) => {
    const [input = '', output] = typesDeclaredFor(tool);
    const result = output === undefined ? ts`UntypedResult` : identifier(output);
    return ts`readonly ${propertyKey(tool.names.camel)}: TaskMethods<${identifier(input)}, ${result}>;`;
  });
  return lines(
    docComment('Tools whose calls may become tasks: begun here, they go on at the server, and can be found again.'),
    ts`export interface Tasks {
  ${lines(members)}
}`,
  );
}

const workflowImports = [
  ts`import { bindWorkflows, type WithWorkflows } from '../runtime/client-workflows.js';`,
  ts`import { type Workflows, workflows } from './workflows.js';`,
];

function workflowExports({ workflows }: Model): readonly Code[] {
  // Types of workflows that are tools as well are exported with the tools.
  const own = workflows.filter((each) => !each.isExposed).flatMap(typesDeclaredFor);
  return [
    // In lower case, which no type of the contract is.
    ts`export type * as workflow from '../runtime/workflow-types.js';`,
    ts`export { WorkflowError } from '../runtime/workflow-error.js';`,
    ts`export type { ${list(['Workflows', ...own].map(identifier))} } from './workflows.js';`,
  ];
}

/** What differs between clients of the two kinds. */
interface Words {
  readonly imports: readonly Code[];
  readonly exports: readonly Code[];
  readonly definitionType: Code;
  readonly members: readonly Code[];
  readonly client: Code;
  readonly create: Code;
  /** The type of the options, and what becomes of them. */
  readonly options: Code;
  readonly given: Code;
}

const answering: Pick<Words, 'options' | 'given'> = {
  options: ts`AnsweringOptions<Questions>`,
  given: ts`withAnswers(options, definition.tools)`,
};

function askTypeOf({ names }: ToolModel): string {
  return typeNamesOfTool(names.pascal).ask;
}

function questions(tools: readonly ToolModel[]): Code {
  const members = tools.map((tool) => ts`readonly ${propertyKey(tool.names.camel)}: ${identifier(askTypeOf(tool))};`);
  return lines(
    docComment('What the tools may ask for while they run, by the names of their methods.'),
    tools.length === 0
      ? ts`export type Questions = Readonly<Record<never, never>>;`
      : ts`export interface Questions {
  ${lines(members)}
}`,
  );
}

const plain: Words = {
  imports: [ts`import { type ClientOptions, type ContractClient, createContractClient } from '../runtime/client.js';`],
  exports: [ts`export type { CallOptions, ClientOptions, ContractClient, UntypedResult };`],
  definitionType: nothing,
  members: [],
  client: ts`ContractClient<Tools>`,
  create: ts`createContractClient<Tools>`,
  options: ts`ClientOptions`,
  given: ts`options`,
};

function enhanced(model: Model): Words {
  return {
    imports: [
      ts`import type { ClientOptions, ContractClient } from '../runtime/client.js';`,
      ts`import { createEnhancedClient, type EnhancedClient, type EnhancedDefinition } from '../runtime/enhanced-client.js';`,
      ts`import { composition, type Names } from './composition.js';`,
    ],
    exports: [
      // In lower case, which no type of the contract is: some have names such as Plan, too.
      ts`export type * as enhanced from '../runtime/enhanced-types.js';`,
      ts`export type { CallOptions, ClientOptions, ContractClient, EnhancedClient, UntypedResult };`,
    ],
    definitionType: ts`: EnhancedDefinition<Tools>`,
    members: [ts`core: ${jsonLiteral(clientCore(model))},`, ts`composition,`],
    client: ts`EnhancedClient<Tools, Names>`,
    create: ts`createEnhancedClient<Tools, Names>`,
    options: ts`ClientOptions`,
    given: ts`options`,
  };
}

function method(tool: ToolModel) {
  const [input = '', output] = typesDeclaredFor(tool);
  const mark = mayOmitInput(tool.inputSchema) ? ts`?` : ts``;
  const result = output === undefined ? ts`UntypedResult` : identifier(output);
  return lines(
    docComment(tool.description ?? tool.title ?? `Calls the tool \`${tool.name}\`.`),
    ts`${propertyKey(tool.names.camel)}(input${mark}: ${identifier(input)}, options?: ${tool.tasks === undefined ? ts`CallOptions` : ts`TaskCallOptions`}): Promise<${result}>;`,
  );
}
