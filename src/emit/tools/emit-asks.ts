import type { JsonObject } from '../../json.js';
import type { QuestionDeclaration, Questions } from '../../manifest/manifest.generated.js';
import type { PromptModel, ToolModel } from '../../model/model.js';
import { typeNamesOfOffer, typeNamesOfTool } from '../../model/names.js';
import { declareTypes } from '../../types/declare-types.js';
import { TypeNames } from '../../types/type-names.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { propertyKey } from '../code/literal.js';

/** Types of what a handler may ask for. */
export interface AskTypes {
  /** The fields of each form, and the functions of `ctx.ask`. */
  readonly declarations: readonly Code[];
  /** From `runtime/asking.ts`. */
  readonly imports: readonly string[];
}

/** Whose questions they are. */
export interface Asker {
  readonly ask?: Questions;
  /** The type of `ctx.ask`. */
  readonly type: string;
  /** What the names of the types of its forms begin with. */
  readonly prefix: string;
  /** The types that are named after it. */
  readonly own: readonly string[];
}

export function askerOfTool({ names, ask }: Pick<ToolModel, 'names' | 'ask'>): Asker {
  const types = typeNamesOfTool(names.pascal);
  return { ...(ask !== undefined && { ask }), type: types.ask, prefix: names.pascal, own: Object.values(types) };
}

export function askerOfPrompt({ names, ask }: Pick<PromptModel, 'names' | 'ask'>): Asker {
  const { ask: type = '', ...others } = typeNamesOfOffer('prompt', names.pascal);
  const own = [type, ...Object.values(others)];
  return { ...(ask !== undefined && { ask }), type, prefix: `${names.pascal}Prompt`, own };
}

/** The types of the questions, `undefined` when there are none; `taken` are the other types of the module. */
export function asksOf({ ask, type: askType, prefix, own }: Asker, taken: readonly string[]): AskTypes | undefined {
  if (ask === undefined) return undefined;
  const claimed = new TypeNames([...own, ...taken]);
  const imports = new Set<string>();
  const forms: Code[] = [];
  const members = Object.entries(ask).map(([name, question]) => {
    let form: Code | undefined;
    if (question.elicit !== undefined) {
      const type = claimed.claim(prefix, `${name} Form`);
      form = identifier(type);
      forms.push(formType(type, question.elicit.requestedSchema as unknown as JsonObject, [...own, ...taken]));
    }
    return lines(
      docComment(docOf(question)),
      ts`readonly ${propertyKey(name)}: ${signature(question, form, imports)};`,
    );
  });
  const functions = lines(
    docComment('What the handler may ask the client for while it runs.'),
    ts`export interface ${identifier(askType)} {
  ${lines(members)}
}`,
  );
  return { declarations: [...forms, functions], imports: [...imports].sort() };
}

/** The runtime gives no field that the form does not have. */
function formType(name: string, { $schema: _, ...schema }: JsonObject, taken: readonly string[]): Code {
  const closed = { ...schema, additionalProperties: false };
  return declareTypes({ schema: closed, name, side: 'output', shared: new Map(), taken: new Set(taken) }).declarations;
}

function signature(
  { elicit, elicitUrl, sample, otherwise }: QuestionDeclaration,
  form: Code | undefined,
  used: Set<string>,
): Code {
  const type = (name: string): Code => {
    used.add(name);
    return identifier(name);
  };
  const orUnsupported = otherwise === 'skip' ? ts` | ${type('Unsupported')}` : nothing;
  if (elicit !== undefined && form !== undefined) {
    return ts`(params?: ${type('FormParams')}<${form}>) => Promise<${type('Elicited')}<${form}>${orUnsupported}>`;
  }
  if (elicitUrl !== undefined) return ts`(params: ${type('UrlParams')}) => Promise<${type('Consent')}${orUnsupported}>`;
  if (sample !== undefined) {
    const params = type('SampleParams');
    const given = sample.messages === undefined ? ts`params: ${params}` : ts`params?: Partial<${params}>`;
    return ts`(${given}) => Promise<${type('SampledMessage')}${orUnsupported}>`;
  }
  return ts`() => Promise<readonly ${type('Root')}[]${orUnsupported}>`;
}

function docOf({ elicit, elicitUrl, sample }: QuestionDeclaration): string {
  const message = elicit?.message ?? elicitUrl?.message;
  if (message !== undefined) return message;
  return sample === undefined
    ? "The client's folders."
    : `A message of the client's model, of at most ${sample.maxTokens} tokens.`;
}
