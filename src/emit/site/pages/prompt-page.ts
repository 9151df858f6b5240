import type { PromptModel } from '../../../model/model.js';
import { promptDefinition } from '../../../model/offer-definition.js';
import { promptArgumentsType } from '../../offers/emit-offers.js';
import type { Frames, Page, Section } from '../frame.js';
import { html } from '../html/html.js';
import { typesCode } from '../html/types-code.js';
import { plainBadges } from '../parts/badges.js';
import { behaviourOfOffer } from '../parts/behaviour.js';
import { definitionSection } from '../parts/definition.js';
import { exactly } from '../parts/exact.js';
import { identityOf } from '../parts/identity.js';
import { questionsSection } from '../parts/questions.js';
import { scopesSection } from '../parts/scopes.js';
import { empty } from '../parts/tables.js';
import { argumentParts } from '../parts/values.js';
import { pages, promptPage } from '../paths.js';
import type { Place } from '../place.js';
import { renderMembers } from '../schema/render-schema.js';

/** Everything that a contract says about one prompt. */
export function renderPrompt(prompt: PromptModel, place: Place, frames: Frames): Page {
  const title = prompt.title ?? prompt.name;
  const values =
    prompt.arguments.length === 0 ? empty('The prompt takes none.') : renderMembers(argumentParts(prompt.arguments));
  const sections: (Section | undefined)[] = [
    { id: 'arguments', title: 'Arguments', body: values },
    {
      id: 'types',
      title: 'TypeScript',
      body: html`<pre class="code" tabindex="0"><code>${typesCode(promptArgumentsType(prompt).text, new Map())}</code></pre>`,
    },
    questionsSection(prompt.ask, 'prompt'),
    scopesSection(prompt, place),
    definitionSection(prompt.name, prompt.digest, promptDefinition(prompt)),
  ];
  const main = frames.article({
    above: html`<a href="${place.to(pages.prompts)}">Prompts</a>`,
    title,
    lead: html`${identityOf(prompt)}${plainBadges(behaviourOfOffer(prompt))}${exactly(prompt.description, 'clients')}`,
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: promptPage(prompt), title, area: 'prompts', main };
}
