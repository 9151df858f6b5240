import type { ToolModel } from '../../../model/model.js';
import { toolDefinition } from '../../../model/tool-definition.js';
import type { Frames, Page, Section } from '../frame.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { paragraphs, text } from '../html/text.js';
import { badges } from '../parts/badges.js';
import { conductOf } from '../parts/behaviour.js';
import { definitionSection } from '../parts/definition.js';
import { exactly } from '../parts/exact.js';
import { examplesOf } from '../parts/examples.js';
import { identityOf } from '../parts/identity.js';
import { externalLink } from '../parts/links.js';
import { questionsSection } from '../parts/questions.js';
import { schemaTree } from '../parts/schema-section.js';
import { scopesSection } from '../parts/scopes.js';
import { empty } from '../parts/tables.js';
import { tasksSection } from '../parts/tasks.js';
import { typesSection } from '../parts/types-section.js';
import { pages, toolPage } from '../paths.js';
import type { Place } from '../place.js';
import { catalogueName } from '../site.js';
import { compositionSection } from './tool-composition.js';
import { dependenciesSection, performanceSection } from './tool-needs.js';
import { annotationsSection, capabilitiesSection, effectsSection } from './tool-semantics.js';

/** Everything that a contract says about one tool. */
export function renderTool(tool: ToolModel, place: Place, frames: Frames): Page {
  const title = tool.title ?? tool.name;
  const examples = examplesOf(tool);
  const details = tool.documentation?.details;
  const sections: (Section | undefined)[] = [
    details === undefined ? undefined : { id: 'details', title: 'When to use it', body: paragraphs(details) },
    { id: 'input', title: 'Input', body: schemaTree(place, 'in', tool.inputSchema, tool.inputShared) },
    { id: 'output', title: 'Output', body: outputOf(tool, place) },
    { id: 'types', title: 'TypeScript', body: typesSection(place, tool) },
    examples.length === 0 ? undefined : { id: 'examples', title: 'Examples', body: html`${examples}` },
    questionsSection(tool.ask, 'tool'),
    tasksSection(tool.tasks),
    { id: 'effects', title: 'Side effects', body: effectsSection(tool) },
    capabilitiesSection(tool),
    { id: 'annotations', title: 'Annotations', body: annotationsSection(tool) },
    compositionSection(tool, place),
    performanceSection(tool),
    dependenciesSection(tool, place),
    scopesSection(tool, place),
    elsewhereSection(tool, place),
    definitionSection(tool.name, tool.digest, toolDefinition(tool)),
  ];
  const article = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(catalogueName(place.site.model))}</a>`,
    title,
    lead: leadOf(tool, place),
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: toolPage(tool), title, area: 'catalogue', main: article };
}

function leadOf(tool: ToolModel, place: Place): Html {
  const { semantics, composition, documentation, description, workflow } = tool;
  const more = [
    ...conductOf(tool),
    ...(semantics?.deterministic === true ? ['deterministic'] : []),
    ...(composition?.parallelizable === true ? ['parallelizable'] : []),
    ...(composition?.stateful === true ? ['stateful'] : []),
  ];
  const summary = documentation?.summary;
  const runs =
    workflow === undefined ? nothing : html`<p class="runs">Runs the workflow ${place.callable(workflow)}.</p>`;
  return html`${identityOf(tool)}${badges(tool, more)}${categoriesOf(tool, place)}${summary === undefined ? nothing : html`<p class="summary" dir="auto">${text(summary)}</p>`}${runs}
${exactly(description, 'models')}`;
}

function categoriesOf({ semantics }: ToolModel, place: Place): Html {
  const { categories = [], ontology } = semantics ?? {};
  if (categories.length === 0 && ontology === undefined) return nothing;
  const links = categories.map((name) => html`<a href="${place.toTools({ category: name })}">${text(name)}</a>`);
  const concept = ontology === undefined ? [] : [html`means ${externalLink(ontology, text(ontology))}`];
  return html`<p class="categories">${join([...(links.length === 0 ? [] : [html`in ${join(links, text(', '))}`]), ...concept], text(' · '))}</p>
`;
}

function outputOf({ outputSchema, outputShared }: ToolModel, place: Place): Html {
  if (outputSchema === undefined) return empty('No output schema: the tool answers with text or other content.');
  return schemaTree(place, 'out', outputSchema, outputShared);
}

function elsewhereSection({ documentation }: ToolModel, place: Place): Section | undefined {
  const { see_also = [], links = [] } = documentation ?? {};
  if (see_also.length === 0 && links.length === 0) return undefined;
  const pagesElsewhere = links.map(
    ({ title, url }) => html`<li>${externalLink(url, text(title))} <span class="url">${text(url)}</span></li>`,
  );
  const tools = see_also.map((name) => html`<li>${place.callable(name)}</li>`);
  return { id: 'see-also', title: 'See also', body: html`<ul class="plain">${tools}${pagesElsewhere}</ul>` };
}
