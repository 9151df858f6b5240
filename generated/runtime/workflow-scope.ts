// Copied by mcpgen from its tested runtime. Do not edit.

import { stepsOf } from './json.js';
import type { StepDefinition } from './workflow.js';

/** What a reference leads to. A value is `absent` where an optional member is not there, and `skipped` with the step that makes it. */
export type Resolved =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'skipped'; readonly step: string };

/** The values that steps refer to by name: the workflow's input, results of steps, and parts of them. */
export class WorkflowScope {
  readonly #values = new Map<string, unknown>();
  /** By each name that it would have given. */
  readonly #skipped = new Map<string, string>();

  constructor(input: unknown) {
    this.#values.set('input', input);
  }

  /** The whole result under the step's id, and the parts that it gives a name. */
  finish({ id, outputs = [] }: StepDefinition, result: unknown): void {
    this.#values.set(id, result);
    for (const { from, to } of outputs) this.#values.set(to, valueAt(result, from));
  }

  skip({ id, outputs = [] }: StepDefinition): void {
    this.#skipped.set(id, id);
    for (const { to } of outputs) this.#skipped.set(to, id);
  }

  /** What `find/customer/id` leads to. A step that has not ended has nothing yet. */
  resolve(reference: string): Resolved {
    const slash = reference.indexOf('/');
    const [name, pointer] = slash === -1 ? [reference, ''] : [reference.slice(0, slash), reference.slice(slash)];
    const step = this.#skipped.get(name);
    if (step !== undefined) return { kind: 'skipped', step };
    const value = valueAt(this.#values.get(name), pointer);
    return value === undefined ? { kind: 'absent' } : { kind: 'value', value };
  }
}

/** The value at a JSON Pointer (RFC 6901), `undefined` where there is none. Only a value's own members are looked at. */
function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    // An array's own members are its items and its length, which is none of JSON.
    if (Array.isArray(value) && !/^(0|[1-9][0-9]*)$/.test(step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
