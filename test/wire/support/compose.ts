import type { Exchange } from './wire-case.js';

const MODERN = '2026-07-28';
const LEGACY = '2025-11-25';

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** What is sent: the bytes of the body, and over HTTP the headers. */
export interface Composed {
  readonly body: Buffer;
  readonly headers: Headers;
  /** The id under which an answer is expected. */
  readonly id: unknown;
}

/** The request that a case describes. */
export function compose(wire: Omit<Exchange, 'expect'>): Composed {
  const era = wire.era ?? 'modern';
  const message = wire.call === undefined ? wire.body : goodRequest(era, wire.call.method, wire.call.params);
  const headers: Record<string, string | readonly string[]> =
    wire.call === undefined ? baseHeaders(era) : goodHeaders(era, wire.call);
  for (const [pointer, value] of Object.entries(wire.set ?? {})) setAt(message, pointer, value);
  for (const pointer of wire.omit ?? []) setAt(message, pointer, undefined);
  for (const [name, value] of Object.entries(wire.headers ?? {})) {
    if (value === null) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
  return { body: bodyOf(wire, message), headers, id: idOf(message) };
}

/** A request that is right in every way. */
export function goodRequest(
  era: 'modern' | 'legacy',
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': MODERN,
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': { name: 'wire', version: '1.0.0' },
  };
  const all = era === 'modern' ? { ...structuredClone(params), _meta } : structuredClone(params);
  return { jsonrpc: '2.0', id: 7, method, params: all };
}

/** The headers that belong to it. */
export function goodHeaders(
  era: 'modern' | 'legacy',
  { method, params = {} }: NonNullable<Exchange['call']>,
): Record<string, string> {
  const headers = baseHeaders(era);
  if (era === 'legacy') return headers;
  const name = method === 'resources/read' ? params['uri'] : params['name'];
  const isNamed = ['tools/call', 'prompts/get', 'resources/read'].includes(method);
  return { ...headers, 'mcp-method': method, ...(isNamed && typeof name === 'string' && { 'mcp-name': name }) };
}

function baseHeaders(era: 'modern' | 'legacy'): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': era === 'modern' ? MODERN : LEGACY,
  };
}

function bodyOf(wire: Omit<Exchange, 'expect'>, message: unknown): Buffer {
  if (wire.bytes !== undefined) return Buffer.from(wire.bytes.replace(/\s/g, ''), 'hex');
  const text = wire.text ?? (message === undefined ? '' : JSON.stringify(message));
  const { fill } = wire;
  return Buffer.from(fill === undefined ? text : text.replaceAll('@fill@', () => fill.text.repeat(fill.times)));
}

function idOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null ? (message as { id?: unknown }).id : undefined;
}

function setAt(root: unknown, pointer: string, value: unknown): void {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop();
  let at = root as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (last === undefined) throw new Error('the whole body is not set by pointer');
  if (value === undefined) delete at[last];
  // As JSON.parse would: also where the name is `__proto__`.
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
}
