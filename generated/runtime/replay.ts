// Copied by mcpgen from its tested runtime. Do not edit.

import { type InputRequest, type InputRequiredResult, inputRequired } from '@modelcontextprotocol/server';
import { canonicalText, isRecord, toWire } from './json.js';
import type { AnswerSource } from './questions.js';
import { ToolFailure } from './result.js';

/** What a call keeps between its rounds. */
export interface ReplayState {
  /** How many rounds there were. */
  readonly round: number;
  /** By key: the digest of the question that was answered, and the client's response. */
  readonly answers: Readonly<Record<string, readonly [digest: string, response: unknown]>>;
  /** By key: the digest of the question that the client has been asked. */
  readonly open: Readonly<Record<string, string>>;
  /** What was done once, by key: a list with the value, an empty one for `undefined`. */
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
}

/** The client has to answer before the handler can go on. Whoever catches it should throw it again. */
export class InputPending extends Error {
  override readonly name = 'InputPending';
}

export interface ReplayOptions {
  readonly maxRounds: number;
  readonly seal: (state: ReplayState) => Promise<string>;
}

/** In all rounds of a call together. */
const MAX_QUESTIONS = 100;
const MAX_KEPT = 100;

interface Answer {
  /** Absent when the client has answered without having been asked: whatever the question is then, it is the one of that key. */
  digest?: string;
  readonly response: unknown;
  isTaken: boolean;
}

/**
 * One run of a handler. A question that has been answered gives its answer; any other is noted, and its promise rejects. The answer to
 * the request is then that the client has to answer first, and brings the state back that the next run begins with.
 */
export class Replay implements AnswerSource {
  readonly #options: ReplayOptions;
  readonly #round: number;
  readonly #answers = new Map<string, Answer>();
  readonly #open = new Map<string, { readonly request: InputRequest; readonly digest: string }>();
  readonly #kept: Map<string, readonly unknown[]>;
  readonly #making = new Map<string, Promise<unknown>>();
  /** One question after the other, in the order in which they were asked. */
  #asking: Promise<unknown> = Promise.resolve();
  #isOver = false;

  /** `responses` are those of this round: to the questions that `state` has open, or to any when there is no state. */
  constructor(state: ReplayState | undefined, responses: unknown, options: ReplayOptions) {
    this.#options = options;
    this.#round = state?.round ?? 0;
    this.#kept = new Map(Object.entries(state?.kept ?? {}));
    for (const [key, [digest, response]] of Object.entries(state?.answers ?? {})) {
      this.#answers.set(key, { digest, response, isTaken: false });
    }
    if (!isRecord(responses)) return;
    const isWanted = (key: string): boolean => state === undefined || Object.hasOwn(state.open, key);
    const wanted = Object.keys(responses).filter(isWanted).slice(0, MAX_QUESTIONS);
    for (const key of wanted) {
      const digest = state?.open[key];
      this.#answers.set(key, { ...(digest !== undefined && { digest }), response: responses[key], isTaken: false });
    }
  }

  ask = <T>(name: string, request: InputRequest, read: (response: unknown) => T | undefined): Promise<T> => {
    if (this.#isOver) return Promise.reject(new Error(`${name} is asked after the handler has ended`));
    const answer = this.#asking.then(() => this.#answer(name, request, read));
    this.#asking = answer.catch(() => undefined);
    return answer;
  };

  once = <T>(key: string, make: () => T | Promise<T>): Promise<T> => {
    const known = this.#making.get(key) ?? this.#make(key, make);
    this.#making.set(key, known);
    // A handler may go before it comes to await it; and it may try again.
    known.catch(() => this.#making.delete(key));
    return known as Promise<T>;
  };

  /** Calls the handler. What it does is of no account while a question is open. */
  async run(
    handler: () => unknown,
  ): Promise<{ readonly answer: unknown } | { readonly required: InputRequiredResult }> {
    let failure: { readonly error: unknown } | undefined;
    let answer: unknown;
    try {
      answer = await handler();
    } catch (error) {
      failure = { error };
    }
    await this.#settle();
    this.#isOver = true;
    if (this.#open.size > 0) return { required: await this.#require() };
    if (failure !== undefined) throw failure.error;
    return { answer };
  }

  /** What is being done once must be known to be done, and what is being asked must be asked; one can lead to the other. */
  async #settle(): Promise<void> {
    let awaited: readonly unknown[] = [];
    for (;;) {
      const unsettled = [this.#asking, ...this.#making.values()];
      if (unsettled.every((each) => awaited.includes(each))) return;
      awaited = unsettled;
      await Promise.allSettled(unsettled);
    }
  }

  async #answer<T>(name: string, request: InputRequest, read: (response: unknown) => T | undefined): Promise<T> {
    const digest = await digestOf(request);
    const key = this.#answerTo(name, digest) ?? this.#freeKey(name);
    const found = this.#answers.get(key);
    const answer = found === undefined ? undefined : read(found.response);
    if (found === undefined || answer === undefined) {
      this.#answers.delete(key);
      if (this.#answers.size + this.#open.size >= MAX_QUESTIONS)
        throw new RangeError(`over ${MAX_QUESTIONS} questions`);
      this.#open.set(key, { request, digest });
      throw new InputPending(`the client has to answer ${key} first; let this error pass`);
    }
    found.digest = digest;
    found.isTaken = true;
    return answer;
  }

  /** The key of an answer to this very question that was not given to the handler in this run. */
  #answerTo(name: string, digest: string): string | undefined {
    for (const [key, answer] of this.#answers) {
      if (!answer.isTaken && answer.digest === digest && nameOf(key) === name) return key;
    }
    return undefined;
  }

  /** `name`, `name#2` and so on: the first that no question of the call has, or that of an answer to an unknown question. */
  #freeKey(name: string): string {
    let key = name;
    for (let count = 2; this.#isTaken(key); count += 1) key = `${name}#${count}`;
    return key;
  }

  #isTaken(key: string): boolean {
    const answer = this.#answers.get(key);
    return this.#open.has(key) || (answer !== undefined && (answer.isTaken || answer.digest !== undefined));
  }

  async #make(key: string, make: () => unknown): Promise<unknown> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known[0];
    if (this.#kept.size >= MAX_KEPT) throw new RangeError(`over ${MAX_KEPT} values are kept between rounds`);
    const made = toWire(await make());
    this.#kept.set(key, made === undefined ? [] : [made.value]);
    return made?.value;
  }

  async #require(): Promise<InputRequiredResult> {
    const round = this.#round + 1;
    if (round > this.#options.maxRounds) {
      throw new ToolFailure(`The call still needs input after ${this.#options.maxRounds} rounds of questions.`);
    }
    const answered = [...this.#answers].flatMap(([key, { digest, response }]) =>
      digest === undefined ? [] : [[key, [digest, response]] as const],
    );
    const open = [...this.#open];
    const requestState = await this.#options.seal({
      round,
      answers: Object.fromEntries(answered),
      open: Object.fromEntries(open.map(([key, { digest }]) => [key, digest])),
      kept: Object.fromEntries(this.#kept),
    });
    const inputRequests = Object.fromEntries(open.map(([key, { request }]) => [key, request]));
    return inputRequired({ inputRequests, requestState });
  }
}

function nameOf(key: string): string {
  return key.replace(/#\d+$/, '');
}

/** Half of a SHA-256: nobody finds a second question that has it. */
async function digestOf(request: InputRequest): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalText(request)));
  return Array.from(new Uint8Array(bytes).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
