import type { PromptModel, ResourceTemplateModel } from '../../model/model.js';
import { pageHref, stateHref } from './html/href.js';
import { type Href, type Html, html } from './html/html.js';
import { code } from './html/text.js';
import { pages, promptPage, resourcePage, templatePage, toolPage, workflowPage } from './paths.js';
import type { Site } from './site.js';

/** One page of a site, and the links that lead from it to others. */
export class Place {
  constructor(
    readonly site: Site,
    /** The page's path below the site's folder. */
    readonly page: string,
  ) {}

  to(page: string, anchor?: string): Href {
    return pageHref(this.page, page, anchor);
  }

  /** The catalogue, filtered. */
  toTools(filter: Readonly<Record<string, string>>): Href {
    return stateHref(this.page, pages.catalogue, filter);
  }

  /** A tool or a workflow by its name; only the name, when the contract has none. */
  callable(name: string): Html {
    const tool = this.site.tools.get(name);
    const workflow = this.site.workflows.get(name);
    if (workflow !== undefined) return this.#link(workflowPage(workflow), name);
    return tool === undefined ? code(name) : this.#link(toolPage(tool), name);
  }

  /** A resource by its name or its URI; only that, when the contract has none. */
  resource(nameOrUri: string): Html {
    const resource = this.site.resources.get(nameOrUri);
    return resource === undefined ? code(nameOrUri) : this.#link(resourcePage(resource), resource.name);
  }

  template(template: ResourceTemplateModel): Html {
    return this.#link(templatePage(template), template.name);
  }

  prompt(prompt: PromptModel): Html {
    return this.#link(promptPage(prompt), prompt.name);
  }

  schema(name: string): Html {
    const page = this.site.schemaPages.get(name);
    return page === undefined ? code(name) : this.#link(page, name);
  }

  #link(page: string, name: string): Html {
    return html`<a class="ref" href="${this.to(page)}">${code(name)}</a>`;
  }
}
