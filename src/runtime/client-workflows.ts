import { SdkError, SdkErrorCode, SdkHttpError } from '@modelcontextprotocol/client';
import type { CallOptions } from './call.js';
import type { ClientOptions } from './client.js';
import type { ToolDescriptor } from './descriptor.js';
import { ProtocolError, TimeoutError, ToolError } from './errors.js';
import { runWorkflow } from './run-workflow.js';
import type { FailureClass, WorkflowDefinition } from './workflow.js';
import type { Ask, Caller, RunOptions } from './workflow-options.js';

/** What a caller decides about one run of a workflow. */
export interface WorkflowOptions extends RunOptions {
  /** Milliseconds to wait for the answer of each call, unless its step says how long. Default: the client's. */
  readonly timeout?: number | undefined;
  /** Sent as the `_meta` of each call. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** Of a workflow with questions to the one who runs it. */
export interface AskingWorkflowOptions extends WorkflowOptions {
  readonly ask: Ask;
}

/** A client with one method for each workflow beside its tools. */
export type WithWorkflows<Client, Workflows> = Client & { readonly workflows: Workflows };

/** The workflows of a contract as a client needs them: a definition for each method of `Workflows`. */
export type WorkflowTable<Workflows> = { readonly [Method in keyof Workflows]: WorkflowDefinition };

/** A client's own tools, and how they are named on the wire. */
interface ToolMethods {
  readonly tools: object;
  readonly descriptors: Readonly<Record<string, ToolDescriptor>>;
}

/** One method for each workflow. Each runs here, in the client, and calls the server's tools one by one. */
export function bindWorkflows<Workflows>(
  workflows: WorkflowTable<Workflows>,
  { tools, descriptors }: ToolMethods,
  { validateInput, validateOutput }: ClientOptions = {},
): Workflows {
  const methodOf = new Map(Object.entries(descriptors).map(([method, { name }]) => [name, method]));
  const callTool = async (tool: string, input: unknown, options: CallOptions): Promise<unknown> => {
    const method: unknown = Reflect.get(tools, methodOf.get(tool) ?? '');
    if (typeof method !== 'function') throw new TypeError(`the client has no method for the tool "${tool}"`);
    return Reflect.apply(method, tools, [input, options]);
  };
  const run = (definition: WorkflowDefinition, input: unknown, { timeout, meta, ...options }: WorkflowOptions = {}) => {
    const caller: Caller = {
      call: (tool, input, { signal, timeoutMs = timeout, onProgress }) =>
        callTool(tool, input, { signal, timeout: timeoutMs, onProgress, meta }),
      classify,
      hasDoneNothing,
    };
    return runWorkflow(definition, input, caller, { ...options, validateInput, validateOutput });
  };
  const methods = Object.entries<WorkflowDefinition>(workflows).map(([method, definition]) => [
    method,
    (input: unknown, options?: WorkflowOptions) => run(definition, input, options),
  ]);
  // The table has a definition for each method, and the definitions' schemas are what the methods' types were made of.
  return Object.fromEntries(methods) as Workflows;
}

/** Errors of the SDK that say that a request, or its answer, was lost on the way. */
const LOST: readonly unknown[] = [
  SdkErrorCode.NotConnected,
  SdkErrorCode.ConnectionClosed,
  SdkErrorCode.SendFailed,
  SdkErrorCode.ClientHttpFailedToOpenStream,
];
/** HTTP statuses with which something on the way answers in the server's place. */
const UNREACHED: readonly unknown[] = [502, 503, 504];

function classify(error: unknown): FailureClass | undefined {
  if (error instanceof ToolError) return 'tool_error';
  if (error instanceof TimeoutError) return 'timeout';
  if (error instanceof SdkHttpError && UNREACHED.includes(error.status)) return 'connection';
  if (error instanceof SdkError) return LOST.includes(error.code) ? 'connection' : undefined;
  // What `fetch` rejects with when there is no connection; the reason is its cause.
  return error instanceof TypeError && error.cause !== undefined ? 'connection' : undefined;
}

function hasDoneNothing(error: unknown): boolean {
  if (error instanceof ToolError || error instanceof ProtocolError) return true;
  // Statuses with which a server, or what stands before it, refuses a request.
  if (error instanceof SdkHttpError) return error.status !== undefined && error.status >= 400 && error.status < 500;
  return error instanceof SdkError && error.code === SdkErrorCode.NotConnected;
}
