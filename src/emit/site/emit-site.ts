import type { Deadline } from '../../limits/deadline.js';
import type { Model } from '../../model/model.js';
import type { EmittedFile } from '../emitted-file.js';
import { areasOf, loadFrames, type Page, type ReadAsset } from './frame.js';
import { assertSafeSite } from './gate/assert-safe-site.js';
import { componentsOf } from './graph/composition-graph.js';
import { type LayOut, loadLayout } from './graph/layout.js';
import { renderCatalogue } from './pages/catalogue.js';
import { isDrawn, renderComposition } from './pages/composition.js';
import { renderContract } from './pages/contract.js';
import { renderPrompt } from './pages/prompt-page.js';
import { renderPrompts } from './pages/prompts.js';
import { renderResource, renderTemplate } from './pages/resource-page.js';
import { renderResources } from './pages/resources.js';
import { renderRisk } from './pages/risk.js';
import { renderSchemas, renderSharedSchema } from './pages/schemas.js';
import { renderTool } from './pages/tool-page.js';
import { renderWorkflow, renderWorkflows } from './pages/workflows.js';
import { assets, dataFile, pages, promptPage, resourcePage, templatePage, toolPage, workflowPage } from './paths.js';
import { Place } from './place.js';
import { searchData } from './search-data.js';
import { readSite, type Site } from './site.js';

/** `docs/`: the contract as a static site, which works from `file:` and asks nobody for anything. */
export async function emitSite(model: Model, readAsset: ReadAsset, deadline: Deadline): Promise<EmittedFile[]> {
  const site = readSite(model);
  const texts = new Map<string, string>();
  for (const path of Object.values(assets)) texts.set(path, readAsset(`templates/site/${path}`));
  texts.set(dataFile, searchData(model));
  const frames = loadFrames(readAsset);
  for (const [path, render] of await rendersOf(site)) {
    deadline.check('emitting the site', path);
    const place = new Place(site, path);
    texts.set(path, frames.page(site, place, render(place, frames)));
  }
  assertSafeSite(texts, new Set(Object.values(assets)));
  return [...texts].map(([path, text]) => ({ path: `${model.paths.output}/docs/${path}`, kind: 'generated', text }));
}

type Render = (place: Place, frames: ReturnType<typeof loadFrames>) => Page;

/** Every page by its path, in a fixed order. */
async function rendersOf(site: Site): Promise<Map<string, Render>> {
  const { model } = site;
  const layOut = await layoutOf(site);
  const single: Readonly<Record<keyof typeof pages, Render>> = {
    catalogue: renderCatalogue,
    resources: renderResources,
    prompts: renderPrompts,
    risk: renderRisk,
    composition: (place, frames) => renderComposition(place, frames, layOut),
    workflows: renderWorkflows,
    schemas: renderSchemas,
    contract: renderContract,
  };
  return new Map<string, Render>([
    ...areasOf(site).map(([key]): [string, Render] => [pages[key], single[key]]),
    ...model.tools.map((tool): [string, Render] => [
      toolPage(tool),
      (place, frames) => renderTool(tool, place, frames),
    ]),
    ...model.resources.map((resource): [string, Render] => [
      resourcePage(resource),
      (place, frames) => renderResource(resource, place, frames),
    ]),
    ...model.resourceTemplates.map((template): [string, Render] => [
      templatePage(template),
      (place, frames) => renderTemplate(template, place, frames),
    ]),
    ...model.prompts.map((prompt): [string, Render] => [
      promptPage(prompt),
      (place, frames) => renderPrompt(prompt, place, frames),
    ]),
    ...model.workflows.map((workflow): [string, Render] => [
      workflowPage(workflow),
      (place, frames) => renderWorkflow(workflow, place, frames, layOut),
    ]),
    ...model.schemas.map((schema): [string, Render] => [
      site.schemaPages.get(schema.name) ?? '',
      (place, frames) => renderSharedSchema(schema, place, frames),
    ]),
  ]);
}

/** Graphviz is loaded only where there is something to draw. */
async function layoutOf({ model, edges }: Site): Promise<LayOut> {
  if (model.workflows.length > 0 || componentsOf(edges).some(isDrawn)) return loadLayout();
  return () => {
    throw new Error('nothing of this contract is drawn');
  };
}
