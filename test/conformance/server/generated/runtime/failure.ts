// Copied by mcpgen from its tested runtime. Do not edit.

import type { CallToolResult } from '@modelcontextprotocol/server';
import { truncate } from './json.js';
import { errorResult } from './result.js';
import { writeLine } from './stderr.js';

/** Where a failure happened that the caller is told nothing about but a reference. */
export interface FailureInfo extends FailurePlace {
  /** Also stands in the answer, so that a caller's report can be found in the log. */
  readonly reference: string;
  readonly requestId: string | number;
  readonly stage: Stage;
}

/** What failed, by its wire name: exactly one member is there. */
export interface FailurePlace {
  readonly tool?: string;
  readonly resource?: string;
  readonly resourceTemplate?: string;
  readonly prompt?: string;
}

/**
 * `input`: it could not be checked. `handler`: it threw. `output`: what it returned does not match the contract. `task`: what became of
 * it could not be kept, or looked up.
 */
export type Stage = 'input' | 'handler' | 'output' | 'task';

/** Receives what the caller must not see. */
export type OnError = (error: unknown, info: FailureInfo) => void;

/** Answers with a reference only, since messages, stacks and paths tell an attacker too much, and reports the error in full. */
export function hiddenFailure(error: unknown, info: Omit<FailureInfo, 'reference'>, onError: OnError): CallToolResult {
  return errorResult(`The tool failed (reference ${reportFailure(error, info, onError)}).`);
}

/** Reports an error in full, and returns the reference by which it is found. Never throws. */
export function reportFailure(error: unknown, info: Omit<FailureInfo, 'reference'>, onError: OnError): string {
  const reference = crypto.randomUUID().slice(0, 8);
  try {
    onError(error, { ...info, reference });
  } catch (second) {
    reportOnStderr(second, { ...info, reference });
  }
  return reference;
}

/** The default `onError`. Never writes to stdout, which belongs to the protocol when a server speaks stdio. */
export const reportOnStderr: OnError = (error, { reference, stage, tool, resource, resourceTemplate, prompt }) => {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const name = tool ?? resource ?? resourceTemplate ?? prompt;
  writeLine(`${name}: ${stage} failed (reference ${reference})\n${detail}`);
};

/** Notes on stderr what went wrong outside any call, in one line: the text may quote what a stranger sent. */
export function logLine(server: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  writeLine(`${server}: ${truncate(message.replace(/\p{Cc}+/gu, ' '), 500)}`);
}
