// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client } from '@modelcontextprotocol/client';
import { compareLists, isSame, type ListDifference } from './compare-lists.js';
import { listPrompts, listResources, listTemplates } from './list-offers.js';
import { PROMPT_FIELDS, type PromptArgument, type PromptDescriptor } from './prompt-descriptor.js';
import {
  RESOURCE_FIELDS,
  type ResourceDescriptor,
  TEMPLATE_FIELDS,
  type TemplateDescriptor,
} from './resource-descriptor.js';
import { UriPattern } from './uri-pattern.js';
import { type ChangedField, type ContractDifference, differencesOf } from './verify.js';

/** How what a server lists differs from the contract, tools included. `matches` is of all of it. */
export interface CompleteDifference extends ContractDifference {
  /** By their URIs. Resources of a template that lists them are no difference. */
  readonly resources: OfferDifference;
  /** By their URI templates. */
  readonly resourceTemplates: OfferDifference;
  /** By their names. */
  readonly prompts: OfferDifference;
}

export type OfferDifference = ListDifference<OfferField>;

/** One place where a definition differs, as `ChangedField` tells it of tools. */
export type OfferField = Omit<ChangedField, 'field'> & { readonly field: string };

/**
 * Asks the server for its resources, templates and prompts, all pages of them, and compares them with the contract. Rejects with the SDK's
 * error when a list cannot be had.
 */
export async function verifyOffers(
  client: Client,
  tools: ContractDifference,
  tables: {
    readonly resources?: Readonly<Record<string, ResourceDescriptor>>;
    readonly resourceTemplates?: Readonly<Record<string, TemplateDescriptor>>;
    readonly prompts?: Readonly<Record<string, PromptDescriptor>>;
  },
): Promise<CompleteDifference> {
  const templates = Object.values(tables.resourceTemplates ?? {});
  const listed = templates.filter(({ list }) => list === true).map(({ uriTemplate }) => new UriPattern(uriTemplate));
  const fixed = Object.values(tables.resources ?? {});
  const known = new Set(fixed.map(({ uri }) => uri));
  const served = (await listResources(client)).filter(
    ({ uri }) => known.has(uri) || !listed.some((pattern) => pattern.match(uri) !== undefined),
  );
  const resources = compare(fixed, served, 'uri', RESOURCE_FIELDS);
  const ofTemplates = compare(templates, await listTemplates(client), 'uriTemplate', TEMPLATE_FIELDS);
  const prompts = compare(
    Object.values(tables.prompts ?? {}).map(comparable),
    (await listPrompts(client)).map(comparable),
    'name',
    PROMPT_FIELDS,
  );
  const matches = [resources, ofTemplates, prompts].every(isSame);
  return { ...tools, matches: tools.matches && matches, resources, resourceTemplates: ofTemplates, prompts };
}

/** Without what the SDK's client drops (titles of arguments), and what servers may write or leave out. */
function comparable(prompt: object): object {
  const list: unknown = Reflect.get(prompt, 'arguments');
  const entries: readonly PromptArgument[] = Array.isArray(list) ? list : [];
  const compared = entries.map(({ name, description, required = false }) => ({ name, description, required }));
  return { ...prompt, arguments: compared };
}

/** `key` is the member by which entries are told apart. */
function compare(
  contract: readonly object[],
  served: readonly object[],
  key: string,
  fields: readonly string[],
): OfferDifference {
  const keyed = (entries: readonly object[]) =>
    new Map(entries.map((entry) => [String(Reflect.get(entry, key)), entry]));
  return compareLists(keyed(contract), keyed(served), (entry, found) =>
    fields.flatMap((field) =>
      differencesOf(Reflect.get(entry, field), Reflect.get(found, field)).map(
        (difference): OfferField => ({ field, ...difference }),
      ),
    ),
  );
}
