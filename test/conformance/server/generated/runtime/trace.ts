// Copied by mcpgen from its tested runtime. Do not edit.

import { isRecord } from './json.js';

/** Where a request stands in a distributed trace (W3C Trace Context and Baggage), as the caller says. For telemetry only. */
export interface TraceContext {
  readonly traceparent?: string;
  readonly tracestate?: string;
  readonly baggage?: string;
}

/** Longer ones are dropped, as W3C Baggage and Trace Context let a receiver do. */
const MAX_LENGTH = 8192;

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/;

/**
 * The members of a request's `_meta` that MCP 2026-07-28 reserves for traces. A malformed `traceparent` is dropped and takes its
 * `tracestate` along (W3C Trace Context, section 3.3).
 */
export function traceOf(meta: unknown): TraceContext {
  const traceparent = textIn(meta, 'traceparent');
  const isValid = traceparent !== undefined && TRACEPARENT.test(traceparent);
  const tracestate = isValid ? textIn(meta, 'tracestate') : undefined;
  const baggage = textIn(meta, 'baggage');
  return {
    ...(isValid && { traceparent }),
    ...(tracestate !== undefined && { tracestate }),
    ...(baggage !== undefined && { baggage }),
  };
}

function textIn(meta: unknown, key: string): string | undefined {
  const value = isRecord(meta) ? meta[key] : undefined;
  return typeof value === 'string' && value.length <= MAX_LENGTH ? value : undefined;
}
