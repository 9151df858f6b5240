import type { PromptModel, ResourceModel, ResourceTemplateModel, SharedSchema, ToolModel } from '../../model/model.js';
import { fileNameOf } from '../../model/names.js';
import type { WorkflowModel } from '../../model/workflow.js';

/** Pages of which there is one, below the site's folder. */
export const pages = {
  catalogue: 'index.html',
  resources: 'resources.html',
  prompts: 'prompts.html',
  risk: 'risk.html',
  composition: 'composition.html',
  workflows: 'workflows.html',
  schemas: 'schemas.html',
  contract: 'contract.html',
} as const;

/** Files of the package that are copied into every site. */
export const assets = {
  style: 'assets/site.css',
  site: 'assets/site.js',
  catalogue: 'assets/catalogue.js',
  search: 'assets/minisearch.js',
} as const;

/** What the search looks through: made from the contract. */
export const dataFile = 'assets/tools.js';

export function toolPage({ names }: Pick<ToolModel, 'names'>): string {
  return `tools/${names.file}.html`;
}

export function resourcePage({ names }: Pick<ResourceModel, 'names'>): string {
  return `resources/${names.file}.html`;
}

export function templatePage({ names }: Pick<ResourceTemplateModel, 'names'>): string {
  return `resource-templates/${names.file}.html`;
}

export function promptPage({ names }: Pick<PromptModel, 'names'>): string {
  return `prompts/${names.file}.html`;
}

export function workflowPage({ names }: Pick<WorkflowModel, 'names'>): string {
  return `workflows/${names.file}.html`;
}

/** By the name of the type, of which no two are equal; with a number where two would be one file on systems that fold case. */
export function schemaPages(schemas: readonly SharedSchema[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    schemas.map(({ name, pascal }) => {
      let file = fileNameOf(pascal);
      for (let number = 2; taken.has(file.toLowerCase()); number++) file = `${fileNameOf(pascal)}+${number}`;
      taken.add(file.toLowerCase());
      return [name, `schemas/${file}.html`];
    }),
  );
}
