import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../../src/runtime/descriptor.js';
import { InputPending } from '../../../src/runtime/replay.js';
import { type AskingContext, type AskingHandler, askingServer, caller } from './support.js';

interface Asked {
  readonly name: 'step1' | 'step2';
  readonly of: number;
}

/** What a handler does: it asks one thing after the other or several at once, and does some things once. */
type Step =
  | { readonly kind: 'ask'; readonly questions: readonly Asked[] }
  | { readonly kind: 'once'; readonly key: string };

const asked = fc.record({ name: fc.constantFrom('step1' as const, 'step2' as const), of: fc.nat(2) });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      questions: fc.array(asked, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('once' as const), key: fc.constantFrom('a', 'b', 'c') }) },
);

/** What a client does with a question: it answers, leaves it open, or sends what is no answer. */
const reaction = fc.constantFrom('answers', 'answers', 'answers', 'waits', 'babbles');

const FORM = { type: 'object', properties: { value: { type: 'integer' } }, required: ['value'] } as const;
const question: Question = { elicit: { message: 'Which?', requestedSchema: FORM } };

/** Plays a program, and notes what each run of it has seen. */
function player(program: readonly Step[], runs: unknown[][], done: string[]): AskingHandler {
  return async (_input, { ask, once }: AskingContext) => {
    const seen: unknown[] = [];
    runs.push(seen);
    for (const step of program) {
      if (step.kind === 'once') {
        seen.push(
          await once(step.key, () => {
            done.push(step.key);
            return `${step.key}${done.length}`;
          }),
        );
        continue;
      }
      const answers = await Promise.all(
        step.questions.map(async ({ name, of }) => (await ask[name]({ message: `${name} of ${of}` })).content.value),
      );
      seen.push(...answers);
    }
    return JSON.stringify(seen);
  };
}

test('whatever is asked, in whatever order answers come: each run sees what the runs before it have seen, and what is done once is done once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(reaction),
      fc.infiniteStream(fc.nat()),
      async (program, reactions, places) => {
        const runs: unknown[][] = [];
        const done: string[] = [];
        const server = askingServer({ step1: question, step2: question }, player(program, runs, done), {
          maxRounds: 200,
        });
        const call = caller(server);
        /** The values that were given, by the message of their question. */
        const given = new Map<string, number[]>();
        let count = 0;
        const reactTo = (request: { params: { message: string } }): object | undefined => {
          const how = reactions.next().value;
          if (how === 'waits') return undefined;
          if (how === 'babbles') return { action: 'accept', content: { value: 'no number' } };
          const { message } = request.params;
          count += 1;
          given.set(message, [...(given.get(message) ?? []), count]);
          return { action: 'accept', content: { value: count } };
        };

        let answer = await call();
        while (answer.state !== undefined) {
          const { state, asks } = answer;
          const answers = Object.entries(asks).map(([key, request]) => [key, reactTo(request)] as const);
          const inputResponses = Object.fromEntries(answers.filter(([, value]) => value !== undefined));

          const at = (places.next().value ?? 0) % state.length;
          const forged = state.slice(0, at) + (state[at] === 'A' ? 'B' : 'A') + state.slice(at + 1);
          const before = runs.length;
          const refused = await call({ requestState: forged, inputResponses });
          expect(refused.error).toMatchObject({ code: -32602, data: { reason: 'invalid_request_state' } });
          const elsewhere = await call({ requestState: state, inputResponses, arguments: { other: true } });
          expect(elsewhere.error?.code).toBe(-32602);
          expect(runs).toHaveLength(before);

          answer = await call({ requestState: state, inputResponses });
        }

        const last = runs.at(-1) ?? [];
        expect(JSON.parse(answer.text ?? '')).toEqual(last);
        // A run that was ended by a question has seen the beginning of what the last one saw.
        for (const seen of runs) expect(last.slice(0, seen.length)).toEqual(seen);
        expect(done.sort()).toEqual(
          [...new Set(program.flatMap((each) => (each.kind === 'once' ? [each.key] : [])))].sort(),
        );
        // Each answer was given to the question that it is the answer to, and is used once.
        const wanted = program.flatMap((each): (Asked | undefined)[] =>
          each.kind === 'ask' ? [...each.questions] : [undefined],
        );
        const used = wanted.flatMap((each, index) =>
          each === undefined ? [] : [[`${each.name} of ${each.of}`, last[index] as number] as const],
        );
        for (const [message, value] of used) expect(given.get(message)).toContain(value);
        expect(new Set(used.map(([, value]) => value)).size).toBe(used.length);
        expect([...given.values()].flat()).toHaveLength(used.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('a handler that catches what ends a run, and throws it again, changes nothing', async () => {
  const runs: string[] = [];
  const server = askingServer({ step1: question }, async (_input, { ask }) => {
    try {
      return `got ${(await ask.step1()).content.value}`;
    } catch (error) {
      runs.push(error instanceof InputPending ? 'pending' : 'other');
      throw error;
    }
  });
  const call = caller(server);
  const { state } = await call();
  const inputResponses = { step1: { action: 'accept', content: { value: 7 } } };
  expect((await call({ requestState: state, inputResponses })).text).toBe('got 7');
  expect(runs).toEqual(['pending']);
});
