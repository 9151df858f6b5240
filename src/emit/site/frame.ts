import { createEngine } from '../../template/template-engine.js';
import { Href, Html } from './html/html.js';
import { attribute, text } from './html/text.js';
import { assets, pages } from './paths.js';
import type { Place } from './place.js';
import { catalogueName, type Site } from './site.js';

/** Reads a text file that ships with mcpgen. */
export type ReadAsset = (path: string) => string;

/** One page as it is handed to the frame that all of them share. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** Of `pages`: what the reader is in. */
  readonly area: keyof typeof pages;
  readonly main: Html;
  /** Paths of scripts beside the one that every page has. */
  readonly scripts?: readonly string[];
}

/** A page with a heading, a list of its sections, and the sections. */
export interface Article {
  /** What the reader is in, above the heading. */
  readonly above: Html;
  readonly title: string;
  /** What stands below the heading. */
  readonly lead: Html;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** The templates of the site, compiled. */
export interface Frames {
  readonly page: (site: Site, place: Place, page: Page) => string;
  readonly article: (article: Article) => Html;
  readonly catalogue: (values: object) => Html;
}

export function loadFrames(readAsset: ReadAsset): Frames {
  const [page, article, catalogue] = ['page', 'article', 'catalogue'].map((name) =>
    compile<object>(readAsset(`templates/site/${name}.hbs`)),
  );
  if (page === undefined || article === undefined || catalogue === undefined) throw new Error('a template is missing');
  return {
    page: (site, place, values) => page(frameValues(site, place, values)),
    // What the templates make is well-formed by the same rule as `html`: values get in through encoders only.
    article: (values) => new Html(article({ ...values, hasContents: values.sections.length > 2 })),
    catalogue: (values) => new Html(catalogue(values)),
  };
}

function frameValues(site: Site, place: Place, { title, area, main, scripts = [] }: Page): object {
  const name = site.model.server.title ?? site.model.server.name;
  return {
    title: title === name ? name : `${title} · ${name}`,
    name,
    style: place.to(assets.style),
    script: place.to(assets.site),
    scripts: scripts.map((path) => ({ source: place.to(path) })),
    home: place.to(pages.catalogue),
    search: place.to(pages.catalogue, 'search'),
    areas: areasOf(site).map(([key, label]) => ({ label, place: place.to(pages[key]), isHere: key === area })),
    main,
  };
}

/** Pages that the header leads to. One that would be empty is left out, and is not made. */
export function areasOf({ model, edges }: Pick<Site, 'model' | 'edges'>): [keyof typeof pages, string][] {
  const all: [keyof typeof pages, string, boolean][] = [
    ['catalogue', catalogueName(model), true],
    ['resources', 'Resources', model.resources.length + model.resourceTemplates.length > 0],
    ['prompts', 'Prompts', model.prompts.length > 0],
    ['risk', 'Risk', true],
    ['composition', 'Composition', edges.length > 0],
    ['workflows', 'Workflows', model.workflows.length > 0],
    ['schemas', 'Schemas', model.schemas.length > 0],
    ['contract', 'Contract', true],
  ];
  return all.flatMap(([key, label, isThere]) => (isThere ? [[key, label]] : []));
}

/** How a value gets into a template: by what it is, and never as a string that is taken for markup. */
const compile = createEngine({
  escaping: 'html',
  encoders: {
    html: (value) => expect(value, Html).markup,
    href: (value) => expect(value, Href).escaped,
    text: (value) => text(string(value)).markup,
    attr: (value) => attribute(string(value)).escaped,
  },
});

function expect<T>(value: unknown, kind: new (...args: never[]) => T): T {
  if (!(value instanceof kind)) throw new Error(`a template got something else than ${kind.name}`);
  return value;
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a template got no text');
  return value;
}
