import { Href } from './html.js';
import { attribute } from './text.js';

/** What a link of a manifest may begin with. Everything else, such as `javascript:`, is shown as text. */
const schemes = new Set(['https:', 'http:', 'mailto:']);

/** Images that stand in the page itself. Scripts in an SVG do not run in an `img`. */
const dataImage = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,][!-~]*$/;

/** A link out of the site; undefined for a text that is no URL, or none that a reader should be sent to. */
export function externalHref(url: string): Href | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return schemes.has(protocol) ? new Href(attribute(href).escaped) : undefined;
}

/** The source of an icon; undefined for one that would have to be fetched. */
export function imageSource(src: string): Href | undefined {
  return dataImage.test(src) ? new Href(attribute(src).escaped) : undefined;
}

/** A page in a state: `index.html#category=tickets`. */
export function stateHref(from: string, to: string, state: Readonly<Record<string, string>>): Href {
  return new Href(pageHref(from, to).escaped + attribute(`#${new URLSearchParams(state)}`).escaped);
}

/** A place in the site, as it is reached from one of its pages. Both are paths below the site's folder. */
export function pageHref(from: string, to: string, anchor?: string): Href {
  const up = '../'.repeat(from.split('/').length - 1);
  const path = from === to && anchor !== undefined ? '' : up + to.split('/').map(encodeURIComponent).join('/');
  return new Href(attribute(path + (anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`)).escaped);
}
