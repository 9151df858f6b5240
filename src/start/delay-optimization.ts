import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 wait longer before it optimizes a function. It does so in threads beside, as soon as a function has run for a few
 * milliseconds, for which a small build pays a quarter of its time and from which it has nothing: it is over when they are done. What runs
 * long is optimized all the same, a moment later.
 */
export function delayOptimization(): void {
  const flag = delayingFlag(process.versions.v8);
  if (flag !== undefined) setFlagsFromString(flag);
}

/**
 * The flag of one version of V8, which prints a complaint about any that it does not know. Undefined for those from Node 24 on:
 * they have a compiler between, and gain nothing.
 */
export function delayingFlag(version: string): string | undefined {
  // Node 20, and Node 22: each has one version of V8 for good.
  if (version.startsWith('11.3.')) return '--interrupt-budget=270000';
  return version.startsWith('12.4.') ? '--invocation-count-for-turbofan=30000' : undefined;
}
