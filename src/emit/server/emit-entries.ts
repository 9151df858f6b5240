import type { Model } from '../../model/model.js';
import { type Code, lines, ts } from '../code/code.js';
import { moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';

const http = ts`export { type HttpHandle, type HttpOptions, serveHttp } from '../runtime/http.js';`;
const sse = ts`export { deprecatedSse, type SseOptions } from '../runtime/sse.js';`;
const stdio = ts`export { type StdioHandle, type StdioOptions, serveStdio } from '../runtime/stdio.js';`;
const fetch = ts`export { createFetchHandler, type FetchHandler, type FetchOptions } from '../runtime/fetch-handler.js';`;
const types = lines(
  ts`export type { Authenticate } from '../runtime/http-guard.js';`,
  ts`export type { SessionOptions } from '../runtime/legacy-sessions.js';`,
  ts`export type { EventStore } from '../runtime/event-store.js';`,
);
const server = ts`export * from './create-server.js';`;

/**
 * What an entry file imports: `server/index.ts` on Node, and `server/fetch.ts` in runtimes that know web standards alone, which
 * brings nothing of Node along.
 */
export function emitEntries(model: Model): EmittedFile[] {
  return [entry(model, 'index', [http, ...(usesSse(model) ? [sse] : []), stdio]), entry(model, 'fetch', [fetch])];
}

/** Whether the deprecated transport HTTP+SSE can be served. */
function usesSse({ protocol }: Model): boolean {
  return protocol.deprecated.includes('sse');
}

function entry({ paths }: Model, name: string, serving: readonly Code[]): EmittedFile {
  const text = moduleText([], lines(serving, types, server));
  return { path: `${paths.output}/server/${name}.ts`, kind: 'generated', text };
}
