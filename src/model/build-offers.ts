import type { JsonObject } from '../json.js';
import type { PromptArgumentDeclaration } from '../manifest/manifest.generated.js';
import type { PromptEntry, ResourceEntry, ResourceTemplateEntry } from '../manifest/read-manifests.js';
import { sortedQuestions } from './asks.js';
import { digestOf } from './digest.js';
import { textNames } from './names.js';
import { promptContract, resourceContract, templateContract } from './offer-definition.js';
import type { PromptArgumentModel, PromptModel } from './prompt.js';
import type { ResourceMeaning, ResourceModel, ResourceTemplateModel, TemplateVariable } from './resource.js';
import { expressionsOf, isQuery, parseUriTemplate } from './uri-template.js';

/** A resource of an entry that is free of errors. */
export function buildResource({ declaration }: ResourceEntry): ResourceModel {
  const { uri, size } = declaration;
  const resource = { ...meaningOf(declaration), uri, ...(size === undefined ? {} : { size }) };
  return { ...resource, digest: digestOf(resourceContract(resource)) };
}

/** The same of a template. */
export function buildResourceTemplate({ declaration }: ResourceTemplateEntry): ResourceTemplateModel {
  const { uriTemplate, list = false } = declaration;
  const variables = variablesOf(declaration);
  const template = { ...meaningOf(declaration), uriTemplate, variables, isListable: list };
  return { ...template, digest: digestOf(templateContract(template)) };
}

/** The same of a prompt. */
export function buildPrompt({ declaration }: PromptEntry): PromptModel {
  const { name, title, description, icons, scopes, _meta, ask } = declaration;
  const prompt = {
    name,
    names: textNames(name),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    arguments: (declaration.arguments ?? []).map(buildArgument),
    ...(icons === undefined ? {} : { icons: icons as unknown as JsonObject[] }),
    ...(_meta === undefined ? {} : { _meta: _meta as JsonObject }),
    ...(scopes === undefined ? {} : { scopes: [...scopes].sort() }),
    ...(ask === undefined ? {} : { ask: sortedQuestions(ask) }),
  };
  return { ...prompt, digest: digestOf(promptContract(prompt)) };
}

function buildArgument({ complete, required = false, ...rest }: PromptArgumentDeclaration): PromptArgumentModel {
  return { ...rest, required, ...(complete === undefined ? {} : { completion: complete }) };
}

function meaningOf(
  declaration: (ResourceEntry | ResourceTemplateEntry)['declaration'],
): Omit<ResourceMeaning, 'digest'> {
  const { name, title, description, mimeType, annotations, icons, cache, scopes, _meta } = declaration;
  return {
    name,
    names: textNames(name),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(annotations === undefined ? {} : { annotations: annotations as JsonObject }),
    ...(icons === undefined ? {} : { icons: icons as unknown as JsonObject[] }),
    ...(_meta === undefined ? {} : { _meta: _meta as JsonObject }),
    ...(cache === undefined ? {} : { cache }),
    ...(scopes === undefined ? {} : { scopes: [...scopes].sort() }),
    subscribable: declaration.subscribable ?? false,
  };
}

function variablesOf({ uriTemplate, variables = {} }: ResourceTemplateEntry['declaration']): TemplateVariable[] {
  const parts = parseUriTemplate(uriTemplate);
  if ('problem' in parts) throw new Error(`${uriTemplate} was not checked: ${parts.problem}`);
  return expressionsOf(parts).flatMap((expression) =>
    expression.names.map((name) => {
      const { description, complete } = Object.hasOwn(variables, name) ? (variables[name] ?? {}) : {};
      return {
        name,
        ...(description === undefined ? {} : { description }),
        isList: expression.isExploded,
        isOptional: isQuery(expression),
        ...(complete === undefined ? {} : { completion: complete }),
      };
    }),
  );
}
