import type { ToolModel } from '../../../model/model.js';
import { toolDefinition } from '../../../model/tool-definition.js';
import type { Frames, Page, Section } from '../frame.js';
import { externalHref, imageSource } from '../html/href.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { jsonCode } from '../html/json-code.js';
import { attribute, code, paragraphs, text } from '../html/text.js';
import { badges } from '../parts/badges.js';
import { examplesOf } from '../parts/examples.js';
import { schemaTree } from '../parts/schema-section.js';
import { empty } from '../parts/tables.js';
import { typesSection } from '../parts/types-section.js';
import { pages, toolPage } from '../paths.js';
import type { Place } from '../place.js';
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
    { id: 'effects', title: 'Side effects', body: effectsSection(tool) },
    capabilitiesSection(tool),
    { id: 'annotations', title: 'Annotations', body: annotationsSection(tool) },
    compositionSection(tool, place),
    performanceSection(tool),
    dependenciesSection(tool, place),
    elsewhereSection(tool, place),
    { id: 'definition', title: 'Definition', body: definitionOf(tool) },
  ];
  const article = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">Tools</a>`,
    title,
    lead: leadOf(tool, place),
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: toolPage(tool), title, area: 'catalogue', main: article };
}

function leadOf(tool: ToolModel, place: Place): Html {
  const { semantics, composition, documentation, description, workflow } = tool;
  const more = [
    ...(semantics?.deterministic === true ? ['deterministic'] : []),
    ...(composition?.parallelizable === true ? ['parallelizable'] : []),
    ...(composition?.stateful === true ? ['stateful'] : []),
  ];
  const summary = documentation?.summary;
  const runs =
    workflow === undefined ? nothing : html`<p class="runs">Runs the workflow ${place.callable(workflow)}.</p>`;
  return html`<p class="identity">${iconOf(tool)}${code(tool.name)}</p>
${badges(tool, more)}${categoriesOf(tool, place)}${summary === undefined ? nothing : html`<p class="summary" dir="auto">${text(summary)}</p>`}${runs}
<figure class="exact"><figcaption>Description, exactly as models read it</figcaption>
${description === undefined ? html`<p class="empty">There is none.</p>` : html`<blockquote dir="auto">${text(description)}</blockquote>`}</figure>
`;
}

/** The first icon that stands in the contract itself; others would have to be fetched. */
function iconOf({ icons = [] }: ToolModel): Html {
  const source = icons.map(({ src }) => imageSource(String(src))).find((each) => each !== undefined);
  return source === undefined ? nothing : html`<img class="icon" src="${source}" alt="" width="20" height="20"> `;
}

function categoriesOf({ semantics }: ToolModel, place: Place): Html {
  const { categories = [], ontology } = semantics ?? {};
  if (categories.length === 0 && ontology === undefined) return nothing;
  const links = categories.map((name) => html`<a href="${place.toTools({ category: name })}">${text(name)}</a>`);
  const concept = ontology === undefined ? [] : [html`means ${externalLink(ontology, text(ontology))}`];
  return html`<p class="categories">${join([...(links.length === 0 ? [] : [html`in ${join(links, text(', '))}`]), ...concept], text(' · '))}</p>
`;
}

/** A link out of the site; only its text, where the scheme is not one that a reader should follow. */
export function externalLink(url: string, label: Html): Html {
  const href = externalHref(url);
  return href === undefined ? label : html`<a class="out" href="${href}" rel="noopener noreferrer">${label}</a>`;
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

function definitionOf(tool: ToolModel): Html {
  return html`<p>As a client of the current revision gets it. Its digest is the SHA-256 of the RFC 8785 form.</p>
<p class="digest">${code(tool.digest)}</p>
<details class="source"><summary>JSON</summary>
<pre class="code" tabindex="0" aria-label="${attribute(`Definition of ${tool.name}`)}" role="region"><code>${jsonCode(toolDefinition(tool))}</code></pre></details>
`;
}
