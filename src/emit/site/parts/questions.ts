import type { JsonObject } from '../../../json.js';
import type { QuestionDeclaration, Questions, SampleQuestion } from '../../../manifest/manifest.generated.js';
import type { Section } from '../frame.js';
import { type Html, html, nothing } from '../html/html.js';
import { inlineJson } from '../html/json-code.js';
import { attribute, code, text } from '../html/text.js';
import { grouped } from '../words.js';
import { formFields } from './form.js';
import { pairs } from './tables.js';

/** Whose questions they are. */
type Asker = 'tool' | 'prompt';

/** `ask`: what the client may be asked for before there is an answer, and what happens where it cannot be. */
export function questionsSection(ask: Questions | undefined, asker: Asker): Section | undefined {
  if (ask === undefined) return undefined;
  const entries = Object.entries(ask).map(([name, question], index) => renderQuestion(name, question, index, asker));
  const lead = html`<p>${text(`What the ${asker} may ask for before it answers. It need not ask everything, and may put its own words in place of a message.`)}</p>
`;
  return { id: 'questions', title: 'Questions', body: html`${lead}${entries}` };
}

function renderQuestion(name: string, question: QuestionDeclaration, index: number, asker: Asker): Html {
  const { elicit, elicitUrl, sample, otherwise = 'error' } = question;
  const message = elicit?.message ?? elicitUrl?.message;
  const words = message === undefined ? nothing : html`<blockquote dir="auto">${text(message)}</blockquote>`;
  const form = elicit === undefined ? nothing : formFields(elicit.requestedSchema as unknown as JsonObject);
  return html`<div class="question" id="${attribute(`question-${index + 1}`)}">
<h3>${code(name)} <span class="type">${text(kindOf(question))}</span></h3>
${words}${form}${sample === undefined ? nothing : sampleOf(sample)}<p class="how">${text(outcomes[otherwise][asker])}</p>
</div>
`;
}

function kindOf({ elicit, elicitUrl, sample }: QuestionDeclaration): string {
  if (elicit !== undefined) return 'a form for the user';
  if (elicitUrl !== undefined) return 'a page that the user is asked to visit';
  return sample === undefined ? 'the folders that the client works in' : 'a message of the client’s model';
}

/** What happens when the client has not declared that it can answer. */
const outcomes: Readonly<Record<'error' | 'skip', Readonly<Record<Asker, string>>>> = {
  error: {
    tool: 'Where the client cannot be asked, the call fails: with error -32021 in the current revision, with isError in older ones.',
    prompt:
      'Where the client cannot be asked, the request fails with a JSON-RPC error, which is -32021 in the current revision.',
  },
  skip: {
    tool: 'Where the client cannot be asked, the tool goes on without an answer.',
    prompt: 'Where the client cannot be asked, the prompt goes on without an answer.',
  },
};

function sampleOf({ messages, systemPrompt, maxTokens, temperature, stopSequences, modelPreferences }: SampleQuestion) {
  const json = (value: unknown) => (value === undefined ? undefined : inlineJson(value as JsonObject));
  return pairs([
    ['Messages', messages === undefined ? text('given by the server') : json(messages)],
    ['System prompt', systemPrompt === undefined ? undefined : text(systemPrompt)],
    ['Length', text(`at most ${grouped(maxTokens)} tokens`)],
    ['Temperature', temperature === undefined ? undefined : text(String(temperature))],
    ['Ends at', json(stopSequences)],
    ['Model', json(modelPreferences)],
  ]);
}
