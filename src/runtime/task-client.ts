import {
  Client,
  type JSONRPCErrorResponse,
  type JSONRPCResponse,
  type RequestOptions,
} from '@modelcontextprotocol/client';
import { ANYTHING } from './anything.js';
import { isRecord } from './json.js';

/** Where the task stands that a call was answered with: no result of a tool has room for it, and the SDK takes no other. */
const CARRIED = 'io.modelcontextprotocol/tasks';

/** A client that also takes a task for an answer to a call. */
export class TaskClient extends Client {
  protected override _onresponse(response: JSONRPCResponse): void {
    super._onresponse(carrying(response));
  }

  /** Answers the questions of a task with the handlers that are there for those of a call. Rejects when one of them is missing, or does. */
  async answersTo(
    taskId: string,
    inputRequests: Readonly<Record<string, unknown>>,
    options: Pick<RequestOptions, 'signal'>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const answered = await this._resolveNonCompleteResult(
      { kind: 'input_required', inputRequests: { ...inputRequests } },
      {
        codec: this._wireCodec(),
        request: { method: 'tasks/update', params: { taskId } },
        resultSchema: ANYTHING,
        options,
        flowStartedAt: Date.now(),
        // Where the SDK would ask again, it has the answers.
        retry: async (params) => ({ answers: params?.['inputResponses'] ?? {} }),
      },
    );
    const answers = isRecord(answered) ? answered['answers'] : undefined;
    return isRecord(answers) ? answers : {};
  }
}

/** The task that stands in a result that came instead of one. */
export function carriedTask(result: { readonly _meta?: Readonly<Record<string, unknown>> | undefined }): unknown {
  return result._meta?.[CARRIED];
}

function carrying<Response extends JSONRPCResponse | JSONRPCErrorResponse>(response: Response): Response {
  if (!('result' in response) || response.result['resultType'] !== 'task') return response;
  const { resultType: _, _meta: meta, ...task } = response.result;
  const result = { resultType: 'complete', content: [], _meta: { ...(isRecord(meta) && meta), [CARRIED]: task } };
  return { ...response, result };
}
