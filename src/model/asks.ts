import type { QuestionDeclaration, Questions } from '../manifest/manifest.generated.js';
import type { Model } from './model.js';

/** In the order of their names, and without what says what holds anyway. */
export function sortedQuestions(questions: Questions): Questions {
  const entries = Object.entries(questions).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, question]) => [name, withoutDefault(question)]));
}

/** Whether any handler of the contract may ask its client for something. */
export function hasQuestions(model: Pick<Model, 'tools' | 'prompts'>): boolean {
  return toolsAsk(model) || promptsAsk(model);
}

export function toolsAsk({ tools }: Pick<Model, 'tools'>): boolean {
  return tools.some(({ ask }) => ask !== undefined);
}

export function promptsAsk({ prompts }: Pick<Model, 'prompts'>): boolean {
  return prompts.some(({ ask }) => ask !== undefined);
}

function withoutDefault({ otherwise, ...question }: QuestionDeclaration): QuestionDeclaration {
  return otherwise === 'skip' ? { ...question, otherwise } : question;
}
