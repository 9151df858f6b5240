// Copied by mcpgen from its tested runtime. Do not edit.

import { ToolFailure } from './result.js';
import type { TaskRun } from './task-run.js';

/** Where the answers to what a task's handler asks come from: `AnswerSource`, without what only contracts with questions have. */
export interface TaskAnswers {
  readonly ask: <T>(name: string, request: unknown, read: (response: unknown) => T | undefined) => Promise<T>;
  readonly refuse: (name: string) => Promise<never>;
}

/** How often a question is put again whose answer is none. */
const MAX_ATTEMPTS = 5;

/** Asks through the task: the handler waits, and is not called again. */
export function taskAnswers(tool: string, run: TaskRun): TaskAnswers {
  return {
    ask: async (name, request, read) => {
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const answer = read(await run.ask(name, request));
        if (answer !== undefined) return answer;
      }
      throw new ToolFailure(`${tool} asks for ${name}, and no answer was one.`);
    },
    // The call was answered long ago: its client cannot be refused any more.
    refuse: async (name) => {
      throw new ToolFailure(`${tool} asks for ${name}, and its client has not declared that it can answer that.`);
    },
  };
}
