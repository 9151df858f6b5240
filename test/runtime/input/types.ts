import type { Answers } from '../../../src/runtime/answers.js';
import type {
  Asking,
  Consent,
  Elicited,
  FormParams,
  Root,
  SampledMessage,
  SampleParams,
  Unsupported,
  UrlParams,
} from '../../../src/runtime/asking.js';
import type { ToolHandler } from '../../../src/runtime/handler.js';

// What is wrong has to be an error of the compiler: it reports each line below that is none.

type Form = { ok: boolean; speed?: 'fast' | 'slow' };

/** As a contract's tool module declares it. */
interface ShipAsk {
  readonly confirm: (params?: FormParams<Form>) => Promise<Elicited<Form>>;
  readonly maybe: (params?: FormParams<Form>) => Promise<Elicited<Form> | Unsupported>;
  readonly pay: (params: UrlParams) => Promise<Consent>;
  readonly summary: (params: SampleParams) => Promise<SampledMessage>;
  readonly folders: () => Promise<readonly Root[]>;
}

type Ship = ToolHandler<{ order: string }, undefined, unknown, Asking<ShipAsk>>;

export const right: Ship = async (_input, { ask, once }) => {
  const answer = await ask.confirm({ message: 'Now?', defaults: { speed: 'fast' } });
  if (answer.action !== 'accept') return answer.action;
  const maybe = await ask.maybe();
  if (maybe.action === 'unsupported') return 'went on';
  const { action } = await ask.pay({ url: await once('url', () => 'https://example.com') });
  const [root] = await ask.folders();
  return `${answer.content.ok} ${answer.content.speed ?? ''} ${action} ${root?.uri ?? ''}`;
};

export const wrong: Ship = async (_input, { ask, once }) => {
  // @ts-expect-error: no such question
  await ask.confirm_address();
  // @ts-expect-error: no such field
  await ask.confirm({ defaults: { street: 'x' } });
  // @ts-expect-error: a field of another type
  await ask.confirm({ defaults: { speed: 'slowly' } });
  // @ts-expect-error: no URL
  await ask.pay({});
  // @ts-expect-error: no messages
  await ask.summary({ maxTokens: 1 });
  const answer = await ask.confirm();
  // @ts-expect-error: the user may have declined
  answer.content.ok;
  // @ts-expect-error: always answered, or the call has failed
  if (answer.action === 'unsupported') return 'x';
  // @ts-expect-error: no such field
  if (answer.action === 'accept') answer.content.street;
  // @ts-expect-error: what was kept is a number
  (await once('n', () => 1)).length;
  return 'done';
};

export const answers: Answers<{ ship: ShipAsk }> = {
  tools: {
    ship: {
      confirm: ({ message }) => ({ action: 'accept', content: { ok: message !== '' } }),
      pay: ({ url }) => ({ action: url.startsWith('https:') ? 'accept' : 'decline' }),
      summary: ({ maxTokens }) => ({
        role: 'assistant',
        model: 'm',
        content: { type: 'text', text: String(maxTokens) },
      }),
      folders: () => [{ uri: 'file:///' }],
    },
  },
};

export const wrongAnswers: Answers<{ ship: ShipAsk }> = {
  tools: {
    ship: {
      // @ts-expect-error: a field of another type
      confirm: () => ({ action: 'accept', content: { ok: 'yes' } }),
      // @ts-expect-error: a form is answered with its content
      maybe: () => ({ action: 'accept' }),
      // @ts-expect-error: no message
      summary: () => 'text',
    },
  },
};

export const strangeAnswers: Answers<{ ship: ShipAsk }> = {
  // @ts-expect-error: no such tool
  tools: { send: {} },
};
