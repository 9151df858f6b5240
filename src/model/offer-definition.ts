import type { JsonObject, JsonValue } from '../json.js';
import type { PromptModel } from './prompt.js';
import type { ResourceMeaning, ResourceModel, ResourceTemplateModel } from './resource.js';

type Bare<Offer> = Omit<Offer, 'digest' | 'names'>;

/** A resource exactly as a modern client is served it: `Resource` of MCP 2026-07-28. Absent members are absent. */
export function resourceDefinition(resource: Bare<ResourceModel>): JsonObject {
  const { size } = resource;
  return { ...named(resource), uri: resource.uri, ...meaning(resource), ...(size !== undefined && { size }) };
}

/** The same of a template: `ResourceTemplate`. */
export function templateDefinition(template: Bare<ResourceTemplateModel>): JsonObject {
  return { ...named(template), uriTemplate: template.uriTemplate, ...meaning(template) };
}

/** The same of a prompt: `Prompt`. */
export function promptDefinition(prompt: Bare<PromptModel>): JsonObject {
  const { icons, _meta } = prompt;
  return {
    ...named(prompt),
    ...(prompt.arguments.length > 0 && {
      arguments: prompt.arguments.map((each) => ({ ...named(each), ...(each.required && { required: true }) })),
    }),
    ...(icons !== undefined && { icons: [...icons] }),
    ...(_meta !== undefined && { _meta }),
  };
}

/** What the contract says about a resource: its definition, and what shows in answers to requests for it. */
export function resourceContract(resource: Bare<ResourceModel>): JsonObject {
  return { ...resourceDefinition(resource), ...conduct(resource) };
}

export function templateContract(template: Bare<ResourceTemplateModel>): JsonObject {
  const variables = template.variables.flatMap(({ name, description, completion }): [string, JsonObject][] => {
    if (description === undefined && completion === undefined) return [];
    return [[name, { ...(description !== undefined && { description }), ...completed(completion) }]];
  });
  return {
    ...templateDefinition(template),
    ...(variables.length > 0 && { variables: Object.fromEntries(variables) }),
    ...(template.isListable && { list: true }),
    ...conduct(template),
  };
}

export function promptContract(prompt: Bare<PromptModel>): JsonObject {
  const { scopes } = prompt;
  const definition = { ...promptDefinition(prompt), ...(scopes !== undefined && { scopes: [...scopes] }) };
  const list = (definition as JsonObject)['arguments'] as JsonObject[] | undefined;
  if (list === undefined) return definition;
  const completions = prompt.arguments.map(({ completion }) => completed(completion));
  return { ...definition, arguments: list.map((each, index) => ({ ...each, ...completions[index] })) };
}

function named({ name, title, description }: { name: string; title?: string; description?: string }): JsonObject {
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
}

function meaning({ mimeType, annotations, icons, _meta }: Bare<ResourceMeaning>): JsonObject {
  return {
    ...(mimeType !== undefined && { mimeType }),
    ...(annotations !== undefined && { annotations }),
    ...(icons !== undefined && { icons: [...icons] }),
    ...(_meta !== undefined && { _meta }),
  };
}

function conduct({
  cache,
  subscribable,
  scopes,
}: Pick<ResourceMeaning, 'cache' | 'subscribable' | 'scopes'>): JsonObject {
  return {
    ...(cache !== undefined && { cache: { ...cache } }),
    ...(subscribable && { subscribable }),
    ...(scopes !== undefined && { scopes: [...scopes] }),
  };
}

function completed(completion: 'handler' | readonly string[] | undefined): { complete?: JsonValue } {
  if (completion === undefined) return {};
  return { complete: completion === 'handler' ? completion : [...completion] };
}
