import type { Transport } from '@modelcontextprotocol/client';
import { createClient } from '../conformance/server/generated/client/index.js';
import type { ClientEras } from './servers.js';

export type EverythingClient = Awaited<ReturnType<typeof connectClient>>;

/** What the server asks for, each time in other words, so that a step can tell whose answer it has got. */
export function connectClient(transport: Transport, eras: ClientEras) {
  return createClient(transport, {
    era: eras === 'dual' ? 'auto' : eras,
    answers: {
      tools: {
        testElicitation: {
          answer: ({ message }) => ({ action: 'accept', content: { response: `an answer to ${message}` } }),
        },
        // The defaults of the form fill in the rest.
        testElicitationSep1034Defaults: { profile: () => ({ action: 'accept', content: { name: 'Ada' } }) },
        testElicitationUrl: {
          visit: ({ url }) => ({ action: url === 'https://example.com/visit' ? 'accept' : 'decline' }),
        },
        testInputRequiredResultElicitation: { user_name: () => ({ action: 'decline' }) },
        testSampling: { answer: ({ messages }) => sampled(`heard ${JSON.stringify(messages)}`) },
        testInputRequiredResultListRoots: { client_roots: () => [{ uri: 'file:///srv/one' }] },
        testInputRequiredResultMultipleInputs: {
          user_name: () => ({ action: 'accept', content: { name: 'Grace' } }),
          greeting: () => sampled('Good morning'),
          client_roots: () => [{ uri: 'file:///srv/two' }],
        },
        testInputRequiredResultMultiRound: {
          step1: () => ({ action: 'accept', content: { name: 'Edsger' } }),
          step2: () => ({ action: 'accept', content: { color: 'orange' } }),
        },
        testInputRequiredResultRequestState: { confirm: () => ({ action: 'accept', content: { ok: true } }) },
        confirmDelete: { confirm: () => ({ action: 'accept', content: { confirm: true } }) },
        testToolWithTask: { user_name: () => ({ action: 'accept', content: { name: 'Barbara' } }) },
      },
      // What prompts ask.
      elicit: () => ({ action: 'accept', content: { context: 'a rainy day' } }),
    },
  });
}

function sampled(text: string) {
  return { role: 'assistant', model: 'none', content: { type: 'text', text } } as const;
}
