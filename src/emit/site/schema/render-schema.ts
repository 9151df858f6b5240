import type { JsonObject } from '../../../json.js';
import { SchemaIndex } from '../../../types/schema-index.js';
import { pageHref } from '../html/href.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { attribute, paragraphs, text } from '../html/text.js';
import { readSchema } from './read-schema.js';
import type { SchemaNode, SchemaPart } from './schema-node.js';
import { nameOf } from './type-label.js';

/** A schema to describe on a page. */
export interface DescribedSchema {
  readonly schema: JsonObject;
  /** JSON pointers in it at which a shared schema stands, with its name; without the root. */
  readonly shared: ReadonlyMap<string, string>;
  /** Starts the ids of its definitions, which are unique on the page. */
  readonly id: string;
  readonly page: string;
  /** A link to the page of a shared schema. */
  readonly linkTo: (name: string) => Html;
}

/** Members, constraints and definitions of a schema, as nested lists. */
export function renderSchema({ schema, shared, id, page, linkTo }: DescribedSchema): Html {
  const index = new SchemaIndex(schema);
  const definitions = new Map<string, string>([['', id]]);
  const links = {
    shared: (pointer: string) => {
      const name = shared.get(pointer);
      return name === undefined ? undefined : linkTo(name);
    },
    definition: (pointer: string) => {
      const anchor = definitions.get(pointer) ?? `${id}-${definitions.size}`;
      definitions.set(pointer, anchor);
      return pageHref(page, page, anchor);
    },
  };
  const root = renderRoot(readSchema(index, '', links));
  const described: Html[] = [];
  // The map grows while it is read: a definition may lead to others.
  for (const [pointer, anchor] of definitions) {
    if (pointer === '') continue;
    const body = renderRoot(readSchema(index, pointer, links));
    described.push(html`<section class="definition" id="${attribute(anchor)}">
<h3>${text(nameOf(pointer))}</h3>
${body}</section>
`);
  }
  return html`${root}${described.length === 0 ? nothing : html`<div class="definitions">${described}</div>`}`;
}

/** The schema itself: for an object its members, and what else there is to say of it. */
function renderRoot(node: SchemaNode): Html {
  const { parts } = node;
  const isObject = parts.some((part) => part.isNamed);
  const facts = renderFacts(node);
  const description = node.description === undefined ? nothing : paragraphs(node.description);
  const type = isObject ? nothing : html`<span class="type">${node.type}</span>`;
  const head = isObject && description === nothing ? nothing : html`<div class="root">${type}${description}</div>`;
  // What holds of the whole object is no news before its members are known.
  const rest = facts === nothing ? nothing : html`<div class="rest">${facts}</div>`;
  return isObject ? html`${head}${renderParts(parts)}${rest}` : html`${head}${rest}${renderParts(parts)}`;
}

/** So deep, members are folded until somebody asks for them. */
const openDepth = 3;

/** Named values that are no members of a schema, such as the arguments of a prompt. */
export function renderMembers(parts: readonly SchemaPart[]): Html {
  return html`<div class="schema">${renderParts(parts)}</div>
`;
}

function renderParts(parts: readonly SchemaPart[], depth = 1): Html {
  if (parts.length === 0) return nothing;
  const list = html`<ul class="members">${parts.map((part) => renderPart(part, depth))}</ul>`;
  if (depth <= openDepth) return list;
  return html`<details class="fold"><summary>${parts.length} inside</summary>${list}</details>`;
}

function renderPart({ label, isNamed, isRequired, node }: SchemaPart, depth: number): Html {
  const name = isNamed ? html`<span class="name">${label}</span>` : html`<span class="label">${label}</span>`;
  const mark = isRequired ? html` <span class="required">required</span>` : nothing;
  const description = node.description === undefined ? nothing : paragraphs(node.description);
  return html`<li><div class="head">${name} <span class="type">${node.type}</span>${mark}</div>${description}${renderFacts(node)}${renderParts(node.parts, depth + 1)}</li>
`;
}

function renderFacts({ facts }: SchemaNode): Html {
  if (facts.length === 0) return nothing;
  const items = facts.map(({ name, value }) =>
    value === undefined
      ? html`<div class="fact">${text(name)}</div>`
      : html`<div class="fact"><span>${text(name)}</span> ${value}</div>`,
  );
  return html`<div class="facts">${join(items, text(' '))}</div>`;
}
