import { mayOmitInput } from '../../model/may-omit-input.js';
import type { Model } from '../../model/model.js';
import { asksOf } from '../../model/used-workflows.js';
import type { WorkflowModel } from '../../model/workflow.js';
import { type Code, lines, list, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { typesDeclaredFor } from '../tools/names.js';
import { constantFor } from '../workflows/names.js';

/** `client/workflows.ts`: a typed method for each workflow; nothing when there are none. */
export function emitClientWorkflows(model: Model): EmittedFile[] {
  const { workflows } = model;
  if (workflows.length === 0) return [];
  const imports = workflows.map((workflow) => {
    const types = typesDeclaredFor(workflow).map((name) => ts`type ${identifier(name)}`);
    const names = [...types, identifier(constantFor(workflow.names))];
    return ts`import { ${list(names)} } from ${stringLiteral(`../workflows/${workflow.names.file}.js`)};`;
  });
  const options = workflows.map((workflow) => optionsOf(workflow, model).name);
  const table = workflows.map(({ names }) => ts`${propertyKey(names.camel)}: ${identifier(constantFor(names))},`);
  return [
    {
      path: `${model.paths.output}/client/workflows.ts`,
      kind: 'generated',
      text: moduleText(
        [importTypes([...options, 'WorkflowTable'], '../runtime/client-workflows.js'), ...imports],
        exportsOf(workflows),
        lines(
          docComment(
            'The workflows of the contract. A method runs one here, in the client: it calls the server’s tools one by one.',
          ),
          ts`export interface Workflows {
  ${lines(workflows.map((workflow) => method(workflow, model)))}
}`,
        ),
        lines(
          docComment('Their definitions, by the methods’ names.'),
          ts`export const workflows: WorkflowTable<Workflows> = {
  ${lines(table)}
};`,
        ),
      ),
    },
  ];
}

/** Types of workflows that are tools as well are exported with the tools. */
function exportsOf(workflows: readonly WorkflowModel[]): Code {
  const own = workflows.filter((each) => !each.isExposed);
  return lines(own.map((workflow) => ts`export type { ${list(typesDeclaredFor(workflow).map(identifier))} };`));
}

function method(workflow: WorkflowModel, model: Model): Code {
  const [input = '', output] = typesDeclaredFor(workflow);
  const options = optionsOf(workflow, model);
  const mark = mayOmitInput(workflow.inputSchema) && options.mark.text !== '' ? ts`?` : ts``;
  const result = output === undefined ? ts`undefined` : identifier(output);
  return lines(
    docComment(workflow.description),
    ts`${propertyKey(workflow.names.camel)}(input${mark}: ${identifier(input)}, options${options.mark}: ${identifier(options.name)}): Promise<${result}>;`,
  );
}

/** One that has questions cannot be run without an answer to them. */
function optionsOf(workflow: WorkflowModel, model: Model): { readonly name: string; readonly mark: Code } {
  return asksOf(workflow, model).length === 0
    ? { name: 'WorkflowOptions', mark: ts`?` }
    : { name: 'AskingWorkflowOptions', mark: ts`` };
}
