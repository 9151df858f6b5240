import { type Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The JSON-RPC messages of the body, whether it is JSON or a stream of events. */
  readonly messages: readonly Record<string, unknown>[];
}

export interface HttpRequest {
  readonly port: number;
  readonly path?: string | undefined;
  readonly verb?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
  readonly agent?: Agent;
  /** Leaves a stream that does not end as soon as what has come matches. */
  readonly until?: RegExp | undefined;
}

/** Sends exactly this, over Node's own client: nothing of an SDK is between. */
export function sendHttp({
  port,
  path = '/mcp',
  verb = 'POST',
  headers,
  body,
  agent,
  until,
}: HttpRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      // Node's type wants lists that it could change.
      { host: '127.0.0.1', port, path, method: verb, headers: headers as OutgoingHttpHeaders, ...(agent && { agent }) },
      (answer) => {
        const chunks: Buffer[] = [];
        const done = (): void => {
          const text = Buffer.concat(chunks).toString('utf8');
          const messages = messagesOf(answer.headers['content-type'] ?? '', text);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, messages });
        };
        answer.once('error', reject);
        answer.once('end', done);
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (until?.test(Buffer.concat(chunks).toString('utf8')) !== true) return;
          answer.off('error', reject);
          done();
          sent.destroy();
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

function messagesOf(type: string, text: string): readonly Record<string, unknown>[] {
  if (type.startsWith('application/json')) return [JSON.parse(text) as Record<string, unknown>];
  if (!type.startsWith('text/event-stream')) return [];
  return text
    .split('\n')
    .filter((line) => line.startsWith('data:') && line.length > 6)
    .map((line) => JSON.parse(line.slice(5)) as Record<string, unknown>);
}
