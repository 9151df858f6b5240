import type { Model } from '../../model/model.js';
import { exposedWorkflows, servesQuestions } from '../../model/used-workflows.js';
import { type Code, lines, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { importValues } from '../code/module.js';
import { constantFor } from '../workflows/names.js';

/** What makes the handlers of tools that run a workflow, in `server/create-server.ts`. */
export const derived = ts`workflowHandlers(workflows, options)`;

/** What the same module needs for it; undefined when no workflow is exposed. */
export function servedWorkflows(model: Model): ServedWorkflows | undefined {
  const workflows = exposedWorkflows(model);
  if (workflows.length === 0) return undefined;
  // One that has questions cannot be served without an answer to them.
  const options = identifier(servesQuestions(model) ? 'AnsweringOptions' : 'ServedWorkflowOptions');
  const members = workflows.map(({ names }) => ts`${identifier(constantFor(names))},`);
  return {
    imports: [
      ts`import { type ${options}, workflowHandlers } from '../runtime/workflow-handlers.js';`,
      ...workflows.map(({ names }) => importValues([constantFor(names)], `../workflows/${names.file}.js`)),
    ],
    exports: ts`export type { ${options} };`,
    list: lines(
      docComment('Workflows that are tools as well.'),
      ts`const workflows = [
  ${lines(members)}
];`,
    ),
    options: ts` & ${options}<Services>`,
  };
}

interface ServedWorkflows {
  readonly imports: readonly Code[];
  readonly exports: Code;
  readonly list: Code;
  /** Added to the type of the options. */
  readonly options: Code;
}
