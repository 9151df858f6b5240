import type { Model } from '../../model/model.js';
import { hasRetries, innerWorkflows, usedWorkflows } from '../../model/used-workflows.js';
import type { WorkflowModel } from '../../model/workflow.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { importTypes, importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { typesOfCallable } from '../tools/emit-tool.js';
import { descriptorOf, typesDeclaredFor } from '../tools/names.js';
import { definitionCode } from './definition-code.js';
import { constantFor } from './names.js';

/** `workflows/<file>.ts` for each workflow that generated code runs. */
export function emitWorkflows(model: Model): EmittedFile[] {
  return usedWorkflows(model).map((workflow) => emitWorkflow(model, workflow));
}

/** What the workflow takes and returns, and its definition. Server and client both run it from here. */
function emitWorkflow(model: Model, workflow: WorkflowModel): EmittedFile {
  const { names, description } = workflow;
  const [input = '', output] = typesDeclaredFor(workflow);
  const types = typesIn(workflow);
  const signature = ts`WorkflowDefinition<${identifier(input)}, ${output === undefined ? ts`undefined` : identifier(output)}>`;
  return {
    path: `${model.paths.output}/workflows/${names.file}.ts`,
    kind: 'generated',
    text: moduleText(
      [
        importTypes(['WorkflowDefinition'], '../runtime/workflow.js'),
        hasRetries(workflow) ? importValues(['retry'], '../runtime/retry.js') : nothing,
        model.validators === 'precompiled' ? importValues(['checks'], `../validators/${names.file}.js`) : nothing,
        ...innerWorkflows(workflow, model).map((inner) =>
          importValues([constantFor(inner.names)], `./${inner.names.file}.js`),
        ),
        ...types.imports,
      ],
      types.declarations,
      lines(
        docComment(description),
        ts`export const ${identifier(constantFor(names))}: ${signature} = ${definitionCode(workflow, model)};`,
      ),
    ),
  };
}

/** The types; those of a workflow that is a tool as well are declared with the tool. */
function typesIn(workflow: WorkflowModel): {
  readonly imports: readonly Code[];
  readonly declarations: readonly Code[];
} {
  const { names, isExposed } = workflow;
  if (isExposed) {
    const own = typesDeclaredFor(workflow);
    return {
      imports: [
        importTypes(own, `../tools/${names.file}.js`),
        ts`import { ${descriptorOf(names)} } from '../tools/index.js';`,
      ],
      declarations: [ts`export type { ${list(own.map(identifier))} };`],
    };
  }
  const { inputTypes, outputTypes } = typesOfCallable(workflow);
  return {
    imports: [importTypes([...inputTypes.imports, ...(outputTypes?.imports ?? [])], '../schemas.js')],
    declarations: [inputTypes.declarations, outputTypes?.declarations ?? nothing],
  };
}
