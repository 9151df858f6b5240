import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server';
import type { ToolContext } from './context.js';
import { type OnError, reportFailure } from './failure.js';
import type { AnyToolHandler } from './handler.js';
import { toWire } from './json.js';
import { LocalToolError } from './local-tool-error.js';
import type { CallLocally, DerivedHandlers } from './register.js';
import { ToolFailure } from './result.js';
import { runWorkflow } from './run-workflow.js';
import { TimeoutError } from './timeout-error.js';
import type { WorkflowDefinition } from './workflow.js';
import { WorkflowError } from './workflow-error.js';
import type { CallControl, Caller, Question, StepProgress } from './workflow-options.js';

/** What an author decides about the workflows that a server offers as tools. */
export interface ServedWorkflowOptions<Services = unknown> {
  /** Answers what workflows ask of the one who runs them: here that is the server, which knows the caller by `ctx`. */
  readonly ask?: ((question: Question, ctx: ToolContext<Services>) => boolean | Promise<boolean>) | undefined;
  /** The clock of `time_based` conditions. Default: that of the system. */
  readonly now?: (() => Date) | undefined;
}

/** Of a server that offers a workflow with questions. */
export interface AnsweringOptions<Services = unknown> extends ServedWorkflowOptions<Services> {
  readonly ask: NonNullable<ServedWorkflowOptions<Services>['ask']>;
}

/**
 * The handlers of tools that run a workflow. Their steps call the tools of the same server, as the same caller. Throws a `TypeError`
 * when a workflow has a question and there is nobody to answer it.
 */
export function workflowHandlers<Services>(
  workflows: readonly WorkflowDefinition[],
  options: ServedWorkflowOptions<Services>,
): DerivedHandlers {
  for (const { id, asks = [] } of workflows) {
    if (asks.length > 0 && options.ask === undefined) {
      throw new TypeError(`the workflow ${id} has questions (${asks.join(', ')}): give \`ask\` to the server`);
    }
  }
  return (call, onError) =>
    new Map(workflows.map((workflow) => [workflow.id, handlerOf(workflow, call, onError, options)]));
}

function handlerOf<Services>(
  workflow: WorkflowDefinition,
  call: CallLocally,
  onError: OnError,
  { ask, now }: ServedWorkflowOptions<Services>,
): AnyToolHandler {
  return async (input, ctx, request) => {
    try {
      return await runWorkflow(workflow, input, localCaller(call, request), {
        signal: ctx.signal,
        now,
        onProgress: ({ progress, total, message }) => void ctx.progress(progress, total, message),
        // `ctx` has the services that the same server was made with.
        ...(ask !== undefined && { ask: (question) => ask(question, ctx as ToolContext<Services>) }),
        // Whoever runs the handler has checked what goes in. Of what comes out the run must know in time to undo what it did.
        validateInput: false,
      });
    } catch (error) {
      if (!isTellable(error)) throw error;
      // What should have been undone and was not is also a matter of the server's, above all when the caller has gone.
      const isLeftUndone = error instanceof WorkflowError && error.compensationErrors.length > 0;
      const info = { tool: workflow.id, requestId: ctx.requestId, stage: 'handler' } as const;
      const reference = isLeftUndone ? `\nReference: ${reportFailure(error, info, onError)}.` : '';
      throw new ToolFailure(error.message + reference, { cause: error });
    }
  };
}

function localCaller(call: CallLocally, request: ServerContext): Caller {
  return {
    call: async (tool, input, control) => {
      // Handlers own their input: what they do to it must not reach the results of other steps.
      const { descriptor, result } = await call(tool, toWire(input)?.value, requestOf(request, control));
      if (result.isError === true) throw new LocalToolError(textOf(result));
      const { content, structuredContent } = result;
      if (descriptor.outputSchema !== undefined) return structuredContent;
      return { content, text: textOf(result), ...(structuredContent !== undefined && { structuredContent }) };
    },
    classify: (error) => {
      if (error instanceof LocalToolError) return 'tool_error';
      return error instanceof TimeoutError ? 'timeout' : undefined;
    },
    hasDoneNothing: (error) => error instanceof LocalToolError,
  };
}

/** The caller's request, as a step of it is handled: with a signal of its own, and progress that goes to the workflow. */
function requestOf(request: ServerContext, { signal, onProgress }: CallControl): ServerContext {
  const { mcpReq } = request;
  const { progressToken: _, ...meta } = mcpReq._meta ?? {};
  const notify: typeof mcpReq.notify = async (notification) => {
    if (notification.method !== 'notifications/progress') return mcpReq.notify(notification);
    // The context of the step's call has made it.
    onProgress?.(notification.params as unknown as StepProgress);
  };
  const _meta = onProgress === undefined ? meta : { ...meta, progressToken: 'step' };
  return { ...request, mcpReq: { ...mcpReq, signal, _meta, notify } };
}

/** Whether every word of the message comes from answers that the caller could have had, and from the engine. */
function isTellable(error: unknown): error is Error {
  if (error instanceof LocalToolError || error instanceof TimeoutError) return true;
  if (!(error instanceof WorkflowError)) return false;
  const reasons = error.why === 'cancelled' ? [] : [error.cause];
  return [...reasons, ...error.compensationErrors.map((each) => each.error)].every(isTellable);
}

function textOf({ content }: CallToolResult): string {
  return content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
}
