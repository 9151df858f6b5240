import type { Frames, Page, Section } from '../frame.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { externalLink } from '../parts/links.js';
import { pairs, table } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';
import { duration, grouped } from '../words.js';

/** What identifies the contract: its digest and those of what it offers; who may call it, and what its server wants of its surroundings. */
export function renderContract(place: Place, frames: Frames): Page {
  const { server, digest, compatibilityMode } = place.site.model;
  const title = 'Contract';
  const identity = pairs([
    ['Digest', html`<span class="digest">${code(digest)}</span>`],
    ['Server', html`${code(server.name)} ${text(server.version)}`],
    ['Compatibility', compatibilityMode && code(compatibilityMode)],
  ]);
  const sections: (Section | undefined)[] = [
    { id: 'identity', title: 'Identity', body: identity },
    environmentSection(place),
    authorizationSection(place),
    protocolSection(place),
    ...digestSections(place),
  ];
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(server.title ?? server.name)}</a>`,
    title,
    lead: html`<p class="summary">A digest is the SHA-256 of the RFC 8785 form of what a client of the current revision is served. When it is another one, the surface has changed. The same figures stand in <code>contract.json</code>.</p>`,
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: pages.contract, title, area: 'contract', main };
}

/** The digest of each thing, a table a kind. */
function digestSections(place: Place): Section[] {
  const { tools, resources, resourceTemplates, prompts } = place.site.model;
  const section = <Offer extends { readonly digest: string }>(
    id: string,
    title: string,
    one: string,
    offers: readonly Offer[],
    linkTo: (offer: Offer) => Html,
  ): Section[] => {
    if (offers.length === 0) return [];
    const rows = offers.map((each) => [linkTo(each), html`<span class="digest">${code(each.digest)}</span>`]);
    return [
      {
        id,
        title,
        body: table({ caption: `Digest of each ${one.toLowerCase()}`, columns: [one, 'SHA-256'], rows }),
      },
    ];
  };
  return [
    ...section('digests', 'Tools', 'Tool', tools, ({ name }) => place.callable(name)),
    ...section('resources', 'Resources', 'Resource', resources, ({ name }) => place.resource(name)),
    ...section('templates', 'Resource templates', 'Template', resourceTemplates, (each) => place.template(each)),
    ...section('prompts', 'Prompts', 'Prompt', prompts, (each) => place.prompt(each)),
  ];
}

/** `authorization:` of mcpgen.yaml. */
function authorizationSection(place: Place): Section | undefined {
  const { authorization } = place.site.model;
  if (authorization === undefined) return undefined;
  const { authorizationServers, scopes, required, tokens, resourceName, documentation } = authorization;
  const facts = pairs([
    [
      'Authorization servers',
      join(
        authorizationServers.map((url) => externalLink(url)),
        html`<br>`,
      ),
    ],
    ['Every request needs', required.length === 0 ? text('a token') : join(required.map(code), text(', '))],
    [
      'Tokens',
      text(tokens === 'jwt' ? 'signed (JWT), verified by the server' : 'verified in a way of the server’s own'),
    ],
    ['Called', resourceName === undefined ? undefined : text(resourceName)],
    ['Documentation', documentation === undefined ? undefined : externalLink(documentation)],
  ]);
  const rows = scopes.map(({ name, description }) => [
    html`<a class="ref" href="${place.toTools({ scope: name })}">${code(name)}</a>`,
    text(description),
  ]);
  const list = scopes.length === 0 ? nothing : table({ caption: 'Scopes', columns: ['Scope', 'Allows'], rows });
  const body = html`<p>Callers over HTTP need a token (OAuth 2.1). On stdio nobody is asked.</p>
${facts}${list === nothing ? nothing : html`<h3>Scopes</h3>${list}`}`;
  return { id: 'authorization', title: 'Who may call', body };
}

/** What of MCP the server speaks beyond its lists. */
function protocolSection({ site }: Place): Section {
  const { protocol, pageSize, caching = {} } = site.model;
  const { eras, listChanged, deprecated } = protocol;
  const list = (values: readonly string[]) => (values.length === 0 ? undefined : text(values.join(', ')));
  const facts = pairs([
    ['Revisions', text(eras === 'dual' ? '2026-07-28, and the older ones' : '2026-07-28 alone')],
    ['Lists that may change', list(listChanged)],
    ['Deprecated features in use', list(deprecated)],
    ['Entries on a page of a list', pageSize === undefined ? undefined : text(grouped(pageSize))],
  ]);
  const rows = Object.entries(caching).map(([method, { ttlMs, cacheScope }]) => [
    code(method),
    ttlMs === undefined ? nothing : text(duration(ttlMs)),
    cacheScope === undefined ? nothing : text(cacheScope),
  ]);
  const kept =
    rows.length === 0
      ? nothing
      : table({ caption: 'How long answers may be kept', columns: ['Answer to', 'May be kept for', 'Scope'], rows });
  return { id: 'protocol', title: 'Protocol', body: html`${facts}${kept}` };
}

function environmentSection({ site }: Place): Section | undefined {
  const { environment } = site.model;
  if (environment.length === 0) return undefined;
  const body = table({
    caption: 'Environment variables of the server',
    columns: ['Name', 'Needed', 'Default', 'What for'],
    rows: environment.map(({ name, required, secret, default: otherwise, description }) => [
      code(name),
      text(`${required ? 'required' : 'optional'}${secret ? ', secret' : ''}`),
      otherwise === undefined ? nothing : code(otherwise),
      description === undefined ? nothing : text(description),
    ]),
  });
  return { id: 'environment', title: 'Environment', body };
}
