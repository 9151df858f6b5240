import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isJsonObject, type JsonObject } from '../../../src/json.js';

/** JSON-RPC by hand, as MCP 2026-07-28 and 2025-11-25 spell it: the SDK's client hides what it does not know. */
export type Era = 'modern' | 'legacy';

export const eras = ['modern', 'legacy'] as const satisfies readonly Era[];

const info = { name: 'raw-client', version: '1.0.0' };
const modernMeta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': info,
};
const initialize = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: info };
const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' };

type Request = (method: string, params: JsonObject) => Promise<JsonObject>;

/** All tools of a server that runs as a process of its own on stdio. Rejects when the process prints or does anything else. */
export async function listOverStdio(script: string, era: Era): Promise<JsonObject[]> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify(message)}\n`);
  let id = 0;
  const request: Request = async (method, params) => {
    id += 1;
    send({ jsonrpc: '2.0', id, method, params: withMeta(params, era) });
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`the server ended: ${errors}`);
    return resultOf(JSON.parse(value), id);
  };
  if (era === 'legacy') {
    expectVersion(await request('initialize', initialize));
    send(initialized);
  }
  const tools = await listAll(request);
  child.stdin.end();
  const [code] = await exit;
  if (code !== 0 || errors !== '') throw new Error(`the server ended with ${String(code)} and said: ${errors}`);
  return tools;
}

/** All tools of a server on Streamable HTTP. */
export async function listOverHttp(url: string, era: Era): Promise<JsonObject[]> {
  let id = 0;
  const request: Request = async (method, params) => {
    id += 1;
    const response = await post(url, era, method, { jsonrpc: '2.0', id, method, params: withMeta(params, era) });
    if (response.status !== 200) throw new Error(`${method}: ${response.status} ${await response.text()}`);
    return resultOf(await readMessage(response), id);
  };
  if (era === 'legacy') {
    expectVersion(await request('initialize', initialize));
    const response = await post(url, era, initialized.method, initialized);
    if (response.status !== 202) throw new Error(`${initialized.method}: ${response.status}`);
  }
  return listAll(request);
}

function post(url: string, era: Era, method: string, message: object): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  if (era === 'modern') {
    headers['mcp-protocol-version'] = '2026-07-28';
    headers['mcp-method'] = method;
  } else if (method !== 'initialize') headers['mcp-protocol-version'] = '2025-11-25';
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
}

async function readMessage(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) return JSON.parse(text);
  const data = text.split('\n').filter((line) => line.startsWith('data:'));
  return JSON.parse(data.map((line) => line.slice('data:'.length).trim()).join('\n'));
}

function withMeta(params: JsonObject, era: Era): JsonObject {
  return era === 'modern' ? { ...params, _meta: modernMeta } : params;
}

async function listAll(request: Request): Promise<JsonObject[]> {
  const tools: JsonObject[] = [];
  let page: JsonObject = {};
  do {
    const { nextCursor } = page;
    page = await request('tools/list', nextCursor === undefined ? {} : { cursor: nextCursor });
    tools.push(...(page['tools'] as JsonObject[]));
  } while (page['nextCursor'] !== undefined);
  return tools;
}

function resultOf(message: unknown, id: number): JsonObject {
  const isAnswer = isJsonObject(message) && message['jsonrpc'] === '2.0' && message['id'] === id;
  if (!isAnswer || !isJsonObject(message['result'])) {
    throw new Error(`not the result of request ${id}: ${JSON.stringify(message)}`);
  }
  return message['result'];
}

function expectVersion(result: JsonObject): void {
  if (result['protocolVersion'] !== '2025-11-25') throw new Error(`negotiated ${String(result['protocolVersion'])}`);
}
