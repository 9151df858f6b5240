// Copied by mcpgen from its tested runtime. Do not edit.

import { type JSONRPCMessage, type McpServer, ResourceNotFoundError } from '@modelcontextprotocol/server';
import { isRecord, truncate } from './json.js';
import type { Fetch } from './server.js';

const MAX_MESSAGE = 1_000;
const MAX_ENTRIES = 100;
const MAX_DEPTH = 8;
const RESOURCE_NOT_FOUND = -32002;
const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;
const INTERNAL_ERROR = -32603;

interface ErrorMember {
  code: number;
  message: string;
  data?: unknown;
}

/**
 * Lets errors of the SDK leave a server as the specification has them: bounded, whatever a stranger's text they quote; and bad params
 * of a method as invalid params (-32602), where the SDK reports the findings of its own schema as an internal error. Older clients are
 * told of a resource that is not there with the code of their revisions (MCP 2025-11-25, server/resources, "Error Handling").
 */
export function mendErrorsOf(server: McpServer, era: 'modern' | 'legacy' | undefined): McpServer {
  const { server: protocol } = server;
  const connect = protocol.connect.bind(protocol);
  protocol.connect = (transport) => {
    const send = transport.send.bind(transport);
    transport.send = (message, options) => send(mended(message, era), options);
    return connect(transport);
  };
  return server;
}

/**
 * The same for what is refused over HTTP before there is a server. Codes from -32000 to -32019, which this revision reserves and tells
 * nobody to use, become invalid requests for modern clients (basic/index, Error Codes).
 */
export function mendErrorAnswers(serve: Fetch): Fetch {
  return async (request, options) => {
    const answer = await serve(request, options);
    if (answer.status < 400 || !answer.headers.get('content-type')?.startsWith('application/json')) return answer;
    const text = await answer.text();
    const isModern = (request.headers.get('mcp-protocol-version') ?? '') >= '2026';
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    return new Response(mendedText(text, isModern), { status: answer.status, headers });
  };
}

function mendedText(text: string, isModern: boolean): string {
  const message: unknown = JSON.parse(text);
  // What refuses a token is an error of OAuth, which has a text there.
  if (typeof message !== 'object' || message === null || !('error' in message) || !('jsonrpc' in message)) return text;
  const error = boundedError(message.error as ErrorMember);
  const isReserved = isModern && error.code <= -32000 && error.code >= -32019;
  return JSON.stringify({ ...message, error: isReserved ? { ...error, code: INVALID_REQUEST } : error });
}

function mended(message: JSONRPCMessage, era: 'modern' | 'legacy' | undefined): JSONRPCMessage {
  if (!('error' in message)) return message;
  const { error } = message;
  const isOlder = era !== 'modern' && isResourceNotFound(error);
  return { ...message, error: boundedError(isOlder ? { ...error, code: RESOURCE_NOT_FOUND } : error) };
}

/** Whether it is the error that the SDK makes of this URI; its code does not tell it from others. */
function isResourceNotFound({ code, message, data }: ErrorMember): boolean {
  const uri = isRecord(data) ? data['uri'] : undefined;
  if (typeof uri !== 'string') return false;
  const known = new ResourceNotFoundError(uri);
  return code === known.code && message === known.message;
}

function boundedError({ code, message, data }: ErrorMember): ErrorMember {
  const finding = code === INTERNAL_ERROR ? schemaFinding(message) : undefined;
  return {
    code: finding === undefined ? code : INVALID_PARAMS,
    message: truncate(finding ?? message, MAX_MESSAGE),
    ...(data !== undefined && { data: boundedData(data) }),
  };
}

/** The first of the findings of a schema that the SDK has printed as JSON; undefined for any other message. */
function schemaFinding(message: string): string | undefined {
  if (!message.startsWith('[')) return undefined;
  try {
    const findings = JSON.parse(message) as { path?: unknown; message?: unknown }[];
    const { path, message: what } = findings[0] ?? {};
    return Array.isArray(path) && typeof what === 'string' ? `Invalid params: ${path.join('.')}: ${what}` : undefined;
  } catch {
    return undefined;
  }
}

/** Data of an error is small; what it repeats of a request may not be. */
function boundedData(data: unknown, depth = 0): unknown {
  if (typeof data === 'string') return truncate(data, MAX_MESSAGE);
  if (typeof data !== 'object' || data === null) return data;
  if (depth === MAX_DEPTH) return null;
  if (Array.isArray(data)) return data.slice(0, MAX_ENTRIES).map((entry) => boundedData(entry, depth + 1));
  const entries = Object.entries(data).slice(0, MAX_ENTRIES);
  return Object.fromEntries(entries.map(([name, value]) => [name, boundedData(value, depth + 1)]));
}
