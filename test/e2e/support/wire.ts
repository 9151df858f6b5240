import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isJsonObject, type JsonObject } from '../../../src/json.js';

/** JSON-RPC by hand, as MCP 2026-07-28 and 2025-11-25 spell it: the SDK's client hides what it does not know. */
export type Era = 'modern' | 'legacy';

export const eras = ['modern', 'legacy'] as const satisfies readonly Era[];

/** Sends a request and gives the answer: an object with a `result` or an `error`. */
export type Ask = (method: string, params: JsonObject) => Promise<JsonObject>;

/** A server that has told what it can do. */
export interface Connection {
  readonly ask: Ask;
  readonly capabilities: JsonObject;
}

const info = { name: 'raw-client', version: '1.0.0' };
const modernMeta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': info,
};
const initialize = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: info };
const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' };

/** Talks to a server that runs as a process of its own on stdio. Rejects when the process prints or does anything else. */
export async function overStdio<Said>(
  script: string,
  era: Era,
  talk: (connection: Connection) => Promise<Said>,
): Promise<Said> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify(message)}\n`);
  let id = 0;
  const ask: Ask = async (method, params) => {
    id += 1;
    send({ jsonrpc: '2.0', id, method, params: withMeta(params, era) });
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`the server ended: ${errors}`);
    return answerOf(JSON.parse(value), id);
  };
  const capabilities = await greet(ask, era, async () => send(initialized));
  const said = await talk({ ask, capabilities });
  child.stdin.end();
  const [code] = await exit;
  if (code !== 0 || errors !== '') throw new Error(`the server ended with ${String(code)} and said: ${errors}`);
  return said;
}

/** The same with a server on Streamable HTTP. */
export async function overHttp<Said>(
  url: string,
  era: Era,
  talk: (connection: Connection) => Promise<Said>,
): Promise<Said> {
  let id = 0;
  const ask: Ask = async (method, params) => {
    id += 1;
    const response = await post(url, era, method, { jsonrpc: '2.0', id, method, params: withMeta(params, era) });
    return answerOf(await readMessage(response), id);
  };
  const capabilities = await greet(ask, era, async () => {
    const response = await post(url, era, initialized.method, initialized);
    if (response.status !== 202) throw new Error(`${initialized.method}: ${response.status}`);
  });
  return talk({ ask, capabilities });
}

/** What the server says it can do, in the era's first exchange. */
async function greet(ask: Ask, era: Era, sendInitialized: () => Promise<void>): Promise<JsonObject> {
  const { result } = await (era === 'legacy' ? ask('initialize', initialize) : ask('server/discover', {}));
  if (!isJsonObject(result) || !isJsonObject(result['capabilities'])) throw new Error('no capabilities');
  if (era === 'legacy') {
    if (result['protocolVersion'] !== '2025-11-25') throw new Error(`negotiated ${String(result['protocolVersion'])}`);
    await sendInitialized();
  }
  return result['capabilities'];
}

type Message = JsonObject & { readonly method: string; readonly params?: JsonObject };

function post(url: string, era: Era, method: string, message: Message): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  if (era === 'modern') {
    headers['mcp-protocol-version'] = '2026-07-28';
    headers['mcp-method'] = method;
    const target = message.params?.['name'] ?? message.params?.['uri'];
    if (typeof target === 'string') headers['mcp-name'] = target;
  } else if (method !== 'initialize') headers['mcp-protocol-version'] = '2025-11-25';
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
}

async function readMessage(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return JSON.parse(text);
  if (!type.startsWith('text/event-stream')) throw new Error(`${response.status} ${text}`);
  const data = text.split('\n').filter((line) => line.startsWith('data:'));
  return JSON.parse(data.map((line) => line.slice('data:'.length).trim()).join('\n'));
}

function withMeta(params: JsonObject, era: Era): JsonObject {
  return era === 'modern' ? { ...params, _meta: modernMeta } : params;
}

function answerOf(message: unknown, id: number): JsonObject {
  const isAnswer = isJsonObject(message) && message['jsonrpc'] === '2.0' && message['id'] === id;
  if (!isAnswer || isJsonObject(message['result']) === isJsonObject(message['error'])) {
    throw new Error(`no answer to request ${id}: ${JSON.stringify(message)}`);
  }
  return message;
}
