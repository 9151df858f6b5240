import { Client, type ClientCapabilities, InMemoryTransport } from '@modelcontextprotocol/client';
import { type AuthInfo, createMcpHandler } from '@modelcontextprotocol/server';
import type { Asking } from '../../../src/runtime/asking.js';
import type { ToolContext } from '../../../src/runtime/context.js';
import type { Question, Questions, ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { type InputOptions, inputFromClients } from '../../../src/runtime/input.js';
import { type ContractServer, createContractServer, type ServerOptions } from '../../../src/runtime/server.js';
import { serveStdio } from '../../../src/runtime/stdio.js';
import { type Era, INFO } from '../support/contract.js';
import { MODERN_META } from '../support/raw.js';

// biome-ignore lint/suspicious/noExplicitAny: the questions are only known to the test
type AnyAsk = Record<Name, (params?: object) => Promise<any>>;
type Name = 'user_name' | 'greeting' | 'client_roots' | 'step1' | 'step2' | 'next' | 'confirm' | 'pay';
export type AskingContext = ToolContext & Asking<AnyAsk>;
export type AskingHandler = (input: Record<string, unknown>, ctx: AskingContext) => unknown;

export const NAME: Question = {
  elicit: {
    message: 'What is your name?',
    requestedSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  },
};
export const CONFIRM: Question = {
  elicit: {
    message: 'Really?',
    requestedSchema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] },
  },
};
export const VISIT: Question = { elicitUrl: { message: 'Pay here' } };
export const CAPITAL: Question = { sample: { maxTokens: 100, messages: [userText('What is the capital of France?')] } };
export const FOLDERS: Question = { roots: {} };

export function userText(text: string) {
  return { role: 'user', content: { type: 'text', text } };
}

export function assistantText(text: string) {
  return { role: 'assistant', model: 'some-model', content: { type: 'text', text } };
}

export const EVERYTHING: ClientCapabilities = { elicitation: { form: {}, url: {} }, sampling: {}, roots: {} };

/** A server whose only tool is `act`, and `other` that does the same. */
export function askingServer(
  questions: Questions,
  handler: AskingHandler,
  input: InputOptions = {},
  options: Partial<ServerOptions> = {},
): ContractServer {
  const tools = ['act', 'other'].map(
    (name): ToolDescriptor => ({ name, inputSchema: { type: 'object' }, ask: questions }),
  );
  const defaults = { services: undefined, onError: () => undefined };
  return createContractServer({
    info: INFO,
    tools,
    handlers: { tools: { act: handler, other: handler } },
    input: inputFromClients(input),
    options: { ...defaults, ...options },
  });
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire has
  readonly result: any;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire has
  readonly error: any;
  /** The text of a complete result. */
  readonly text: string | undefined;
  /** What is asked. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire has
  readonly asks: Record<string, any>;
  readonly state: string | undefined;
}

export interface Round {
  readonly name?: string;
  readonly arguments?: object;
  readonly inputResponses?: object;
  readonly requestState?: unknown;
}

/** Calls `act` with hand-made modern requests over HTTP, without a network. */
export function caller(
  server: ContractServer,
  capabilities: ClientCapabilities = EVERYTHING,
  authInfo?: AuthInfo,
): (round?: Round) => Promise<Answer> {
  const handler = createMcpHandler(server.build);
  let id = 0;
  return async ({ name = 'act', ...round } = {}) => {
    id += 1;
    const _meta = { ...MODERN_META, 'io.modelcontextprotocol/clientCapabilities': capabilities };
    const body = { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: {}, ...round, _meta } };
    const request = new Request('http://localhost/mcp', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': name,
      },
      body: JSON.stringify(body),
    });
    const response = await handler.fetch(request, authInfo === undefined ? {} : { authInfo });
    const { result, error } = JSON.parse(await response.text());
    return {
      status: response.status,
      result,
      error,
      text: result?.content?.[0]?.text,
      asks: result?.inputRequests ?? {},
      state: result?.requestState,
    };
  };
}

/** The SDK's client of a server in memory. Register the handlers of questions in `configure`. */
export async function connectClient(
  server: ContractServer,
  era: Era,
  capabilities: ClientCapabilities,
  configure: (client: Client) => void,
): Promise<AsyncDisposable & { readonly client: Client; readonly act: (args?: object) => Promise<string> }> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 });
  const client = new Client(INFO, {
    capabilities,
    versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
  });
  configure(client);
  await client.connect(near);
  return {
    client,
    act: async (args = {}) => {
      const result = await client.callTool({ name: 'act', arguments: { ...args } });
      const [block] = result.content;
      const text = block?.type === 'text' ? block.text : JSON.stringify(result);
      return result.isError === true ? `error: ${text}` : text;
    },
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await handle.close();
    },
  };
}
