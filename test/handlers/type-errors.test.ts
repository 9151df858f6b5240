import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { emitHandlerBindings } from '../../src/handlers/emit-bindings.js';
import { emitStub } from '../../src/handlers/emit-stub.js';
import { bound, handled, model, tool } from './support.js';

/** A small generated project around the real types of the runtime, in memory; each case is a project of its own. */
const root = posix.resolve(import.meta.dirname, '../..');
const of = model(tool('create_ticket'), tool('send.mail'));
const imports = `import type { CreateTicketHandler, SendMailHandler } from '../../generated/server/handler.js';
import type { CreateTicketInput } from '../../generated/tools/create_ticket.js';
export const tool = 'create_ticket';
`;

const toolModule = (
  pascal: string,
): string => `export interface ${pascal}Input { subject: string; priority?: 'low' | 'high' }
export interface ${pascal}Output { id: string; open: boolean }
`;

const handlerModule = `import type { ToolHandler } from '../../../runtime/handler.js';
import type { CreateTicketInput, CreateTicketOutput } from '../tools/create_ticket.js';
import type { SendMailInput, SendMailOutput } from '../tools/send.mail.js';
export type CreateTicketHandler<Services = unknown> = ToolHandler<CreateTicketInput, CreateTicketOutput, Services>;
export type SendMailHandler<Services = unknown> = ToolHandler<SendMailInput, SendMailOutput, Services>;
export interface Handlers<Services = unknown> {
  readonly tools: {
    readonly create_ticket: CreateTicketHandler<Services>;
    readonly 'send.mail': SendMailHandler<Services>;
  };
}
`;

const serverModule = `import type { Handlers } from './handler.js';
export declare function createServer<Services>(handlers: Handlers<Services>, options: { readonly services: Services }): void;
`;

const ok = "({ id: '1', open: true })";
const dbHandler = `${imports}export interface Db { db: { put(text: string): Promise<string> } }
const handler: CreateTicketHandler<Db> = async (input, ctx) => ({ id: await ctx.services.db.put(input.subject), open: true });
export default handler;`;
const mailHandler = `${imports.replace("tool = 'create_ticket'", "tool = 'send.mail'")}interface Mail { mail: { send(text: string): void } }
const handler: SendMailHandler<Mail> = (input, ctx) => { ctx.services.mail.send(input.subject); return ${ok}; };
export default handler;`;
const main = (services: string): string => `import { handlers } from '../generated/server/handlers.js';
import { createServer } from '../generated/server/index.js';
const db = { put: async (text: string) => text };
const mail = { send: (_text: string) => {} };
createServer(handlers, { services: ${services} });
export { db, mail };
`;

/** Files of the author by case; a handler that is not given is the stub. */
const cases = {
  stubs: {},
  missing: { 'src/handlers/create_ticket.ts': undefined },
  noDefault: { 'src/handlers/create_ticket.ts': imports },
  typedReturn: {
    'src/handlers/create_ticket.ts': `${imports}const h: CreateTicketHandler = async () => ({ id: 1, open: true });\nexport default h;`,
  },
  typedNothing: {
    'src/handlers/create_ticket.ts': `${imports}const h: CreateTicketHandler = async () => {};\nexport default h;`,
  },
  typedInput: {
    'src/handlers/create_ticket.ts': `${imports}const h: CreateTicketHandler = async (input: { subject: number }) => ${ok};\nexport default h;`,
  },
  typedField: {
    'src/handlers/create_ticket.ts': `${imports}const h: CreateTicketHandler = async (input) => ({ id: input.subjct, open: true });\nexport default h;`,
  },
  plainReturn: {
    'src/handlers/create_ticket.ts': `${imports}export default async (_input: CreateTicketInput) => ({ id: 1, open: true });`,
  },
  plainInput: {
    'src/handlers/create_ticket.ts': `${imports}export default async (_input: { subject: number }) => ${ok};`,
  },
  plainField: {
    'src/handlers/create_ticket.ts': `${imports}export default async (_input: { subject: string; body: string }) => ${ok};`,
  },
  plainGood: { 'src/handlers/create_ticket.ts': `${imports}export default (_input: CreateTicketInput) => ${ok};` },
  noFunction: { 'src/handlers/create_ticket.ts': `${imports}export default 42;` },
  services: {
    'src/handlers/create_ticket.ts': dbHandler,
    'src/handlers/send.mail.ts': mailHandler,
    'src/main.ts': main('{ db, mail }'),
  },
  mixed: { 'src/handlers/create_ticket.ts': dbHandler, 'src/main.ts': main('{ db }') },
  noServices: { 'src/main.ts': main('undefined') },
  serviceMissing: {
    'src/handlers/create_ticket.ts': dbHandler,
    'src/handlers/send.mail.ts': mailHandler,
    'src/main.ts': main('{ db }'),
  },
  serviceWrong: { 'src/handlers/create_ticket.ts': dbHandler, 'src/main.ts': main('{ db: { put: 1 } }') },
} satisfies Record<string, Record<string, string | undefined>>;

type Case = keyof typeof cases;
const messages = new Map<string, string[]>();

beforeAll(() => {
  const files = new Map<string, string>();
  for (const [name, given] of Object.entries(cases)) {
    const bindings = new Map(of.tools.map((each) => [each.name, `src/handlers/${each.name}.ts`]));
    const all: Record<string, string | undefined> = {
      ...Object.fromEntries(of.tools.map((each) => emitStub(of, handled(each))).map((each) => [each.path, each.text])),
      'generated/tools/create_ticket.ts': toolModule('CreateTicket'),
      'generated/tools/send.mail.ts': toolModule('SendMail'),
      'generated/runtime/lazy-handler.ts': `export * from '../../../runtime/lazy-handler.js';\n`,
      'generated/server/handler.ts': handlerModule,
      'generated/server/index.ts': serverModule,
      'generated/server/handlers.ts': emitHandlerBindings(of, bound(bindings)).text,
      ...given,
    };
    for (const [path, text] of Object.entries(all)) {
      if (text !== undefined) files.set(`${root}/src/${name}/${path}`, text);
    }
  }
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => root;
  host.fileExists = (path) => files.has(path) || existsSync(path);
  host.readFile = (path) => files.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  host.getSourceFile = (path, version) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version);
  };
  const { directoryExists } = host;
  host.directoryExists = (path) =>
    [...files.keys()].some((each) => each.startsWith(`${path}/`)) || (directoryExists?.(path) ?? false);
  const program = ts.createProgram([...files.keys()], options, host);
  for (const name of Object.keys(cases)) messages.set(name, []);
  for (const path of files.keys()) {
    const [, name = '', file = ''] = /\/src\/(\w+)\/(.*)$/.exec(path.slice(root.length)) ?? [];
    for (const found of ts.getPreEmitDiagnostics(program, program.getSourceFile(path))) {
      messages.get(name)?.push(`${file}: ${ts.flattenDiagnosticMessageText(found.messageText, '\n')}`);
    }
  }
});

function errorsOf(name: Case): string[] {
  return messages.get(name) ?? [];
}

test.each<Case>(['stubs', 'plainGood', 'services', 'mixed', 'noServices'])('%s: compiles', (name) => {
  expect(errorsOf(name)).toEqual([]);
});

test.each<[Case, string, RegExp]>([
  ['missing', 'generated/server/handlers.ts', /Cannot find module '.*\/handlers\/create_ticket\.js'/],
  [
    'noDefault',
    'generated/server/handlers.ts',
    /'default' is missing in type 'typeof import\(".*\/handlers\/create_ticket"/,
  ],
  ['typedReturn', 'src/handlers/create_ticket.ts', /is not assignable to type 'CreateTicketOutput'/],
  ['typedNothing', 'src/handlers/create_ticket.ts', /is not assignable to type 'CreateTicketHandler'/],
  ['typedInput', 'src/handlers/create_ticket.ts', /is not assignable to type 'CreateTicketHandler'/],
  ['typedField', 'src/handlers/create_ticket.ts', /'subjct' does not exist on type 'CreateTicketInput'/],
  ['plainReturn', 'generated/server/handlers.ts', /is not assignable to type 'CreateTicketHandler<never>'/],
  ['plainInput', 'generated/server/handlers.ts', /is not assignable to type 'CreateTicketHandler<never>'/],
  ['plainField', 'generated/server/handlers.ts', /'body' is missing in type 'CreateTicketInput'/],
  ['noFunction', 'generated/server/handlers.ts', /is not assignable to type 'CreateTicketHandler<never>'/],
  ['serviceMissing', 'src/main.ts', /send\.mail[\s\S]*Property 'mail' is missing/],
  ['serviceWrong', 'src/main.ts', /'?tools\.create_ticket'?[\s\S]*Type 'number' is not assignable/],
])('%s: one error, that names the tool', (name, file, message) => {
  expect(errorsOf(name)).toEqual([expect.stringMatching(message)]);
  expect(errorsOf(name)[0]).toMatch(new RegExp(`^${file}: `));
});
