// Copied by mcpgen from its tested runtime. Do not edit.

import {
  ConstantBackoff,
  ExponentialBackoff,
  handleWhen,
  type IBackoffFactory,
  IterableBackoff,
  noJitterGenerator,
  retry as retryWith,
} from 'cockatiel';
import type { Retry, RetryPolicy } from './workflow.js';

/**
 * Makes attempts with cockatiel, which decides whether there is another one. Its own pauses cannot be cut short, so it is told to
 * make none: each attempt waits until it is its turn, or until nobody wants it any more.
 */
export const retry: Retry = (policy, attempt, { signal, isWorthRetrying, onRetry }) => {
  let last: unknown;
  let backoff = backoffOf(policy);
  const isWorthIt = (error: unknown): boolean => {
    last = error;
    return !signal.aborted && isWorthRetrying(error);
  };
  const attempts = retryWith(handleWhen(isWorthIt), {
    maxAttempts: policy.max_attempts - 1,
    backoff: new ConstantBackoff(0),
  });
  return attempts.execute(async ({ attempt: retries }) => {
    if (retries > 0) {
      const next = backoff.next(undefined);
      backoff = next;
      onRetry(last, retries + 1, next.duration);
      await pause(next.duration, signal);
    }
    return attempt();
  }, signal);
};

/** Without jitter: what a policy says is what happens. */
function backoffOf({
  backoff_strategy,
  initial_delay_ms,
  max_delay_ms,
  max_attempts,
}: RetryPolicy): IBackoffFactory<unknown> {
  switch (backoff_strategy) {
    case 'fixed':
      return new ConstantBackoff(Math.min(initial_delay_ms, max_delay_ms));
    case 'linear':
      return new IterableBackoff(
        Array.from({ length: max_attempts }, (_, index) => Math.min(initial_delay_ms * (index + 1), max_delay_ms)),
      );
    case 'exponential':
      return new ExponentialBackoff({
        initialDelay: initial_delay_ms,
        maxDelay: max_delay_ms,
        generator: noJitterGenerator,
      });
  }
}

/** Resolves after the time; rejects with the signal's reason as soon as it is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
