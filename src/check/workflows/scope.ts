import { didYouMean } from '../../diagnostics/suggest.js';
import type { JsonObject } from '../../json.js';
import { parseReference } from '../../model/workflow-reference.js';

/** A value that steps can refer to by name. */
export interface Source {
  readonly schema: JsonObject;
  /** JSON Pointer into an instance of `schema`. */
  readonly pointer: string;
  /** The step whose result it is part of, or `input`: what holds between its parts is known. */
  readonly value: string;
  /** Whether the step that makes it may be skipped. */
  readonly isSkippable: boolean;
}

/** What a name stands for. `undefined`: it is known, and what it is has an error of its own. `giver`: a step that gives nothing. */
export type Found =
  | { readonly source: Source | undefined }
  | { readonly giver: Giver }
  | { readonly isLater: boolean; readonly suggestion?: string };

/** A step without a result, and what it runs. */
export interface Giver {
  readonly step: string;
  readonly callee: string;
}

/** The names that the steps before a place have given: one namespace of the input, steps and parts of their results. */
export class Scope {
  readonly #known = new Map<string, Source | undefined>();
  readonly #empty = new Map<string, Giver>();

  /** `all` are the names of the whole workflow, to tell what comes later from what is not there. */
  constructor(
    input: JsonObject | undefined,
    private readonly all: ReadonlySet<string>,
  ) {
    this.#known.set('input', input && { schema: input, pointer: '', value: 'input', isSkippable: false });
  }

  add(name: string, source: Source | undefined): void {
    if (!this.#known.has(name)) this.#known.set(name, source);
  }

  /** A step that has nothing to refer to. */
  addNothing(giver: Giver): void {
    this.add(giver.step, undefined);
    this.#empty.set(giver.step, giver);
  }

  /** The same names after a failure that may have struck anywhere: only the input and one step's result are surely there. */
  afterFailure(step: string): Scope {
    const scope = new Scope(undefined, this.all);
    scope.#known.clear();
    for (const giver of this.#empty.values()) scope.addNothing(giver);
    for (const [name, source] of this.#known) {
      const isSure = source?.value === 'input' || source?.value === step;
      scope.#known.set(name, source && { ...source, isSkippable: !isSure });
    }
    return scope;
  }

  /** What a reference such as `find/customer/id` leads to. */
  find(reference: string): Found {
    const { origin, pointer } = parseReference(reference);
    if (!this.#known.has(origin)) {
      const suggestion = didYouMean(origin, this.#known.keys());
      return { isLater: this.all.has(origin), ...(suggestion === undefined ? {} : { suggestion }) };
    }
    const giver = this.#empty.get(origin);
    if (giver !== undefined) return { giver };
    const source = this.#known.get(origin);
    return { source: source && { ...source, pointer: source.pointer + pointer } };
  }
}
