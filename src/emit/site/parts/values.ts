import type { CompletionSource, PromptArgumentModel, TemplateVariable } from '../../../model/model.js';
import { code, text } from '../html/text.js';
import { chips } from '../schema/schema-facts.js';
import type { Fact, SchemaPart } from '../schema/schema-node.js';

/** The variables of a template, as members. */
export function variableParts(variables: readonly TemplateVariable[]): SchemaPart[] {
  return variables.map(({ name, description, isList, isOptional, completion }) => ({
    ...named(name),
    isRequired: !isOptional,
    node: {
      type: text(isList ? 'list of texts' : 'text'),
      ...(description !== undefined && { description }),
      facts: [...(isOptional ? [{ name: 'a URI may lack it' }] : []), ...completionFacts(completion)],
      parts: [],
    },
  }));
}

/** The arguments of a prompt, as members. */
export function argumentParts(list: readonly PromptArgumentModel[]): SchemaPart[] {
  return list.map(({ name, title, description, required, completion }) => ({
    ...named(name),
    isRequired: required,
    node: {
      type: text(title === undefined ? 'text' : `text · ${title}`),
      ...(description !== undefined && { description }),
      facts: completionFacts(completion),
      parts: [],
    },
  }));
}

function named(name: string): Pick<SchemaPart, 'label' | 'isNamed'> {
  return { label: code(name), isNamed: true };
}

/** Who helps with a value while it is typed. */
function completionFacts(completion: CompletionSource | undefined): Fact[] {
  if (completion === undefined) return [];
  return [
    completion === 'handler'
      ? { name: 'completed by the server' }
      : { name: 'completed from', value: chips(completion) },
  ];
}
