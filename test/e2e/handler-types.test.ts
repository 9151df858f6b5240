import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCompiler } from './support/compilers.js';
import { build, writeFiles } from './support/small-project.js';
import { planWorkshop } from './support/workshop.js';

/** A handler that does not fit its tool is an error of the compiler that names the tool: issue 2, done-when 5, on real output. */
const tools = [
  'missing_file',
  'wrong_input',
  'wrong_return',
  'unknown_field',
  'missing.service',
  'no_schema',
  'in_order',
];
const workshop = planWorkshop();
const folder = join(workshop.folder, 'desk');
let correct: string;
let output: string;

const declaration = (name: string): string => `  - name: ${name}
    inputSchema:
      type: object
      properties: { subject: { type: string }, urgent: { type: boolean } }
      required: [subject]
      additionalProperties: false
${name === 'no_schema' ? '' : '    outputSchema: { type: object, properties: { id: { type: integer } }, required: [id] }\n'}`;

const handler = (pascal: string, tool: string, code: string): string => `import type {
  ${pascal}Handler,
} from '../../generated/server/handler.js';

export const tool = '${tool}';

${code}
export default handler;
`;

/** What an author wrote into the files that the build had created. */
const mistakes: Readonly<Record<string, string>> = {
  'src/handlers/wrong_input.ts': handler(
    'WrongInput',
    'wrong_input',
    'const handler: WrongInputHandler = (input: { subject: number }) => ({ id: input.subject });',
  ),
  'src/handlers/wrong_return.ts': handler(
    'WrongReturn',
    'wrong_return',
    "const handler: WrongReturnHandler = () => ({ id: 'one' });",
  ),
  'src/handlers/unknown_field.ts': handler(
    'UnknownField',
    'unknown_field',
    'const handler: UnknownFieldHandler = (input) => ({ id: input.body.length });',
  ),
  'src/handlers/missing+service.ts': handler(
    'MissingService',
    'missing.service',
    'const handler: MissingServiceHandler<{ clock: () => number }> = (_input, ctx) => ({ id: ctx.services.clock() });',
  ),
  'src/handlers/no_schema.ts': handler('NoSchema', 'no_schema', 'const handler: NoSchemaHandler = () => ({ id: 1 });'),
  'src/by-hand.ts': `import { handlers } from '../generated/server/handlers.js';
import { createServer } from '../generated/server/index.js';

const { in_order: _, ...others } = handlers.tools;
createServer({ tools: others }, { services: { clock: () => 1 } });
`,
  'src/handlers/in_order.ts': handler(
    'InOrder',
    'in_order',
    'const handler: InOrderHandler = async (input) => ({ id: input.subject.length + (input.urgent === true ? 1 : 0) });',
  ),
};

const tsconfig = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023'],
    types: ['node'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src', 'generated'],
};

beforeAll(async () => {
  workshop.open();
  writeFiles(folder, {
    'mcpgen.yaml': 'mcpgen: 1\nserver: { name: desk, version: 1.0.0 }\n',
    'manifests/tools.yaml': `tools:\n${tools.map(declaration).join('')}`,
    'tsconfig.json': JSON.stringify(tsconfig),
  });
  await build(folder);
  correct = await runCompiler('typescript', folder, []);
  rmSync(join(folder, 'src/handlers/missing_file.ts'));
  writeFiles(folder, mistakes);
  output = await runCompiler('typescript', folder, []);
});
afterAll(() => workshop.remove());

/** The compiler's errors: each with the lines that explain it. */
function errors(): string[] {
  return output.split(/\n(?=\S)/).filter((each) => each.includes('error TS'));
}

test('a project as it was built compiles', () => {
  expect(correct).toBe('');
});

test.each([
  [
    'missing_file',
    /^generated\/server\/handlers\.ts.*Cannot find module '\.\.\/\.\.\/src\/handlers\/missing_file\.js'/,
  ],
  [
    'wrong_input',
    /^src\/handlers\/wrong_input\.ts.*'WrongInputHandler'[\s\S]*Type 'string' is not assignable to type 'number'/,
  ],
  ['wrong_return', /^src\/handlers\/wrong_return\.ts.*Type 'string' is not assignable to type 'number'/],
  ['unknown_field', /^src\/handlers\/unknown_field\.ts.*Property 'body' does not exist on type 'UnknownFieldInput'/],
  ['missing.service', /^src\/main\.ts[\s\S]*missing\.service[\s\S]*Property 'clock' is missing in type '\{\}'/],
  [
    'no_schema',
    /^src\/handlers\/no_schema\.ts.*'\{ id: number; \}' is not assignable to type 'HandlerReturn<undefined>/,
  ],
  ['in_order', /^src\/by-hand\.ts[\s\S]*Property 'in_order' is missing in type/],
])('%s: the compiler says what is wrong with it', (_, message) => {
  expect(errors().filter((error) => message.test(error))).toHaveLength(1);
});

test('and nothing else', () => {
  expect(output).toMatch(/ended with 2$/);
  expect(errors()).toHaveLength(tools.length);
});
