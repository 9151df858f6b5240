import type { JsonValue } from '../../json.js';
import { examplesOf } from '../../model/examples.js';
import { handledTools } from '../../model/handled-tools.js';
import type { Model, ToolModel } from '../../model/model.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral, stringLiteral } from '../code/literal.js';
import { importTypes, importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { relativeImport } from '../relative-import.js';
import { descriptorOf } from '../tools/names.js';
import { contextExtras } from './context-extras.js';

/** Whether there is anything to test handlers with. */
export function hasExamples(model: Model): boolean {
  return handledTools(model).some((tool) => examplesOf(tool).length > 0);
}

/** `server/examples.ts`, the examples as data, and the test that runs them, which is created once; nothing without examples. */
export function emitExamples(model: Model): EmittedFile[] {
  if (!hasExamples(model)) return [];
  const tools = handledTools(model).filter((tool) => examplesOf(tool).length > 0);
  const entries = tools.flatMap((tool) => examplesOf(tool).map(({ example }) => entryOf(tool, example)));
  const extras = contextExtras(model);
  const asks = tools.some(({ ask }) => ask !== undefined);
  const isTasking = tools.some(({ tasks }) => tasks !== undefined);
  const given = [
    ...(extras.examples.length === 0 && !asks && !isTasking ? [] : [ts`[${list(extras.examples)}]`]),
    ...(asks ? [ts`openRoundWith`] : isTasking ? [ts`undefined`] : []),
    ...(isTasking ? [ts`withTask`] : []),
  ];
  const path = `${model.paths.output}/server/examples.ts`;
  const data: EmittedFile = {
    path,
    kind: 'generated',
    text: moduleText(
      [
        ts`import { type Example, type ExampleOutcome, runExample as run } from '../runtime/examples.js';`,
        ...extras.exampleImports,
        asks ? importValues(['openRoundWith'], '../runtime/input.js') : nothing,
        ts`import * as descriptors from '../tools/index.js';`,
        isTasking ? importValues(['withTask'], '../runtime/task-context.js') : nothing,
        importTypes(['Handlers'], './handler.js'),
      ],
      ts`export { type Example, ExampleError, type ExampleOutcome } from '../runtime/examples.js';`,
      lines(
        docComment('Calls that the contract shows, with what they answer.'),
        ts`export const examples: readonly Example[] = [
  ${lines(entries)}
];`,
      ),
      lines(
        docComment(
          'Calls the handler of an example and compares. Rejects with an `ExampleError` that says what is different; `skipped` says why a stub was not compared.',
        ),
        ts`export function runExample<Services>(
  example: Example,
  handlers: Handlers<Services>,
  services: Services,
): Promise<ExampleOutcome> {
  return run(${list([ts`example`, ts`handlers`, ts`services`, ...given])});
}`,
      ),
    ),
  };
  return [data, emitExampleTests(model.paths)];
}

/** The test of the examples, created once: for the test runner of Node, as the projects of `mcpgen init` use it. */
export function emitExampleTests({
  exampleTests,
  output,
}: Pick<Model['paths'], 'exampleTests' | 'output'>): EmittedFile {
  const handlers = stringLiteral(relativeImport(exampleTests, `${output}/server/handlers.ts`));
  const examples = stringLiteral(relativeImport(exampleTests, `${output}/server/examples.ts`));
  const { text } = ts`import { test } from 'node:test';
import { examples, runExample } from ${examples};
import { handlers } from ${handlers};

// What handlers find in ctx.services, made anew for each example, with the data that the examples speak of.
const createServices = async () => ({});

for (const example of examples) {
  test(\`\${example.tool.name}: \${example.name}\`, async (context) => {
    const { skipped } = await runExample(example, handlers, await createServices());
    if (skipped !== undefined) context.skip(skipped);
  });
}
`;
  return { path: exampleTests, kind: 'once', text };
}

function entryOf(tool: ToolModel, example: ReturnType<typeof examplesOf>[number]['example']): Code {
  const { name, input, output, error, answers } = example;
  const isExact = tool.semantics?.deterministic === true;
  const members = [
    ts`tool: descriptors.${descriptorOf(tool.names)},`,
    ts`name: ${stringLiteral(name)},`,
    ts`exact: ${jsonLiteral(isExact)},`,
    ts`input: ${jsonLiteral(input as JsonValue)},`,
    ...(answers === undefined ? [] : [ts`answers: ${jsonLiteral(answers as JsonValue)},`]),
    ...(output === undefined ? [] : [ts`output: ${jsonLiteral(output as JsonValue)},`]),
    ...(error === undefined ? [] : [ts`error: ${stringLiteral(error)},`]),
  ];
  return ts`{
  ${lines(members)}
},`;
}
