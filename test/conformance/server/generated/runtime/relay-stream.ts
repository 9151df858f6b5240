// Copied by mcpgen from its tested runtime. Do not edit.

/** Bytes that an answer may wait for a reader that does not read. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;

/** A comment of an event stream, which every client passes over. */
const COMMENT = new TextEncoder().encode(':\n\n');

export interface Relaying {
  /** Called once all of it has been handed over, or nobody will read it. */
  readonly ended: () => void;
  /** Aborted when whoever asked has gone. */
  readonly signal?: AbortSignal;
  /** Begin a stream with a comment: some servers send the head of an answer only together with a piece of its body. */
  readonly opening?: boolean;
  readonly maxWaitingBytes?: number;
}

/**
 * Passes an answer on. The stream of a reader that leaves too much unread is cut: what is written for it would otherwise fill the
 * memory.
 */
export function relay(response: Response, { ended, signal, opening = false, maxWaitingBytes }: Relaying): Response {
  if (response.body === null || !(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
    ended();
    return response;
  }
  const reader = response.body.getReader();
  const source = {
    start: (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (opening) controller.enqueue(COMMENT);
      const leave = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
      if (signal?.aborted) leave();
      signal?.addEventListener('abort', leave);
      pump(reader, controller)
        .catch((error: unknown) => controller.error(error))
        .finally(() => {
          signal?.removeEventListener('abort', leave);
          ended();
        });
    },
    cancel: (reason: unknown): Promise<void> => reader.cancel(reason),
  };
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: maxWaitingBytes ?? MAX_WAITING_BYTES });
  const body = new ReadableStream(source, strategy);
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  controller: ReadableStreamDefaultController<Uint8Array>,
): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if ((controller.desiredSize ?? 0) <= 0) {
      await reader.cancel('the reader is too slow');
      throw new Error('the reader is too slow');
    }
    controller.enqueue(value);
  }
  controller.close();
}
