import { expect, test } from 'vitest';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { emitHandlerBindings } from '../../src/handlers/emit-bindings.js';
import type {
  PromptDeclaration,
  ResourceDeclaration,
  ResourceTemplateDeclaration,
} from '../../src/manifest/manifest.generated.js';
import { buildPrompt, buildResource, buildResourceTemplate } from '../../src/model/build-offers.js';
import type { Model } from '../../src/model/model.js';
import { PlaceMap } from '../../src/source/place-map.js';
import { SourceDoc } from '../../src/source/source-doc.js';
import { findings, plan, tool, model as toolsOnly, written } from './support.js';

// Handlers of resources, templates and prompts. What they share with those of tools is tested there.

interface Declared {
  readonly resources?: readonly ResourceDeclaration[];
  readonly resourceTemplates?: readonly ResourceTemplateDeclaration[];
  readonly prompts?: readonly PromptDeclaration[];
}

function model({ resources = [], resourceTemplates = [], prompts = [] }: Declared): Model {
  const doc = new SourceDoc(new SourceFile('a.yaml', ''), {}, new PlaceMap());
  const entry = <D extends { readonly name: string }, Kind>(kind: Kind, declaration: D) => {
    return { kind, name: declaration.name, declaration, origin: { doc, path: [] } } as const;
  };
  return {
    ...toolsOnly(tool('search')),
    resources: resources.map((each) => buildResource(entry('resource', each))),
    resourceTemplates: resourceTemplates.map((each) => buildResourceTemplate(entry('resourceTemplate', each))),
    prompts: prompts.map((each) => buildPrompt(entry('prompt', each))),
  };
}

const search = { 'src/handlers/search.ts': written('search') };
const rules = { name: 'House rules', uri: 'desk://rules', description: 'How we answer. In short.' };
const ticket = { name: 'ticket', uriTemplate: 'desk://tickets/{id}{?verbose}' };
const triage = { name: 'triage', arguments: [{ name: 'ticket' }, { name: 'the team' }] };
const all = { resources: [rules], resourceTemplates: [ticket], prompts: [triage] };

test('each kind gets its stubs in a folder of its own, with its own marker', async () => {
  const { files, bindings } = await plan(model(all), search);
  expect(files).toEqual([
    {
      path: 'src/handlers/resources/House=rules.ts',
      kind: 'once',
      text: `import type { HouseRulesResourceHandler } from '../../../generated/server/handler.js';

export const resource = 'House rules';

/** How we answer. */
const houseRulesResourceHandler: HouseRulesResourceHandler = async (ctx) => ctx.notImplemented();

export default houseRulesResourceHandler;
`,
    },
    {
      path: 'src/handlers/resource-templates/ticket.ts',
      kind: 'once',
      text: `import type { TicketTemplateHandler } from '../../../generated/server/handler.js';

export const resourceTemplate = 'ticket';

const ticketTemplateHandler: TicketTemplateHandler = async (_variables, ctx) => ctx.notImplemented();

export default ticketTemplateHandler;
`,
    },
    {
      path: 'src/handlers/prompts/triage.ts',
      kind: 'once',
      text: `import type { TriagePromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'triage';

const triagePromptHandler: TriagePromptHandler = async (_args, ctx) => ctx.notImplemented();

export default triagePromptHandler;
`,
    },
  ]);
  expect(emitHandlerBindings(model(all), bindings).text).toContain(`export const handlers = {
  tools: {
    search: lazy(() => import('../../src/handlers/search.js')),
  },
  resources: {
    'House rules': houseRulesResourceHandler,
  },
  resourceTemplates: {
    ticket: ticketTemplateHandler,
  },
  prompts: {
    triage: triagePromptHandler,
  },
} satisfies Handlers<never>;`);
});

test('a stub has the members that the contract asks for', async () => {
  const of = model({
    resourceTemplates: [
      { ...ticket, list: true, variables: { id: { complete: 'handler' }, verbose: { complete: ['yes'] } } },
      { name: 'other', uriTemplate: 'desk://other/{id}', list: true },
    ],
    prompts: [{ name: 'triage', arguments: [{ name: 'ticket' }, { name: 'the team', complete: 'handler' }] }],
  });
  const texts = (await plan(of, search)).files.map(
    ({ text }) => /const \w+: \w+ = ([\s\S]*?;)\n\nexport/.exec(text)?.[1],
  );
  expect(texts).toEqual([
    `{
  read: async (_variables, ctx) => ctx.notImplemented(),
  list: async () => [],
  complete: {
    id: () => [],
  },
};`,
    `{
  read: async (_variables, ctx) => ctx.notImplemented(),
  list: async () => [],
};`,
    `{
  get: async (_args, ctx) => ctx.notImplemented(),
  complete: {
    'the team': () => [],
  },
};`,
  ]);
});

test('stubs are complete, and half of one is completed', async () => {
  const of = model(all);
  const made = Object.fromEntries((await plan(of, search)).files.map(({ path, text }) => [path, text]));
  expect(await plan(of, { ...search, ...made })).toMatchObject({ files: [], kept: [], warnings: [] });
  const half = { ...made, 'src/handlers/prompts/triage.ts': '// mine\n' };
  expect((await plan(of, { ...search, ...half })).files).toEqual([
    {
      path: 'src/handlers/prompts/triage.ts',
      kind: 'completed',
      text: `// mine\n\n${made['src/handlers/prompts/triage.ts']}`,
    },
  ]);
});

test('a handler may stand anywhere, if it says what it implements', async () => {
  const files = { ...search, 'src/handlers/desk/t.ts': "export const prompt = 'triage';\nexport default () => '';\n" };
  const planned = await plan(model({ prompts: [triage] }), files);
  expect(planned).toMatchObject({ files: [], warnings: [] });
  expect(planned.bindings.prompt.get('triage')).toBe('src/handlers/desk/t.ts');
});

test.each<[string, string, string]>([
  ['a text of its own', 'src/handlers/prompts.ts', "export const prompt = 'You are a helpful assistant.';\n"],
  ['one with a default', 'src/handlers/texts.ts', "export const prompt = 'You are.';\nexport default prompt;\n"],
  ['a computed one', 'src/handlers/lib/resource.ts', 'export const resource = load();\nexport default resource;\n'],
  ['a helper in the folder', 'src/handlers/prompts/x.ts', 'export const line = (text: string) => text.trim();\n'],
  ['a text in the folder', 'src/handlers/prompts/y.ts', "export const prompt = 'Be brief.';\n"],
  ['a handler of a tool', 'src/handlers/search.ts', `${written('search')}export const resource = 'desk';\n`],
])('%s is the author’s own affair', async (_, path, text) => {
  for (const of of [model({}), model(all)]) {
    const planned = await plan(of, { ...search, [path]: text });
    expect(planned).toMatchObject({ kept: [], warnings: [] });
    expect(planned.bindings.tool.get('search')).toBe('src/handlers/search.ts');
    expect(planned.files.map((each) => each.kind)).not.toContain('completed');
  }
});

const orphan = "export const prompt = 'sort';\nexport default () => '';\n";

test('what was removed is kept, with a warning', async () => {
  const files = { ...search, 'src/handlers/prompts/sort.ts': orphan };
  expect(await plan(model({}), files)).toMatchObject({
    kept: ['src/handlers/prompts/sort.ts'],
    warnings: [{ message: 'src/handlers/prompts/sort.ts implements the prompt "sort", which no manifest declares' }],
  });
});

test.each<[string, Declared, string, string, object]>([
  ['prompt', { prompts: [triage] }, 'prompts', 'prompt', { prompts: [{ name: 'old', arguments: triage.arguments }] }],
  ['resource', { resources: [rules] }, 'resources', 'resource', { resources: [{ ...rules, name: 'old' }] }],
  [
    'template',
    { resourceTemplates: [ticket] },
    'resource-templates',
    'resourceTemplate',
    { resourceTemplates: [{ ...ticket, name: 'old' }] },
  ],
])('a renamed %s keeps its handler, now and at the next build', async (_, declared, folder, marker, contract) => {
  const path = `src/handlers/${folder}/old.ts`;
  const before = { ...search, [path]: `export const ${marker} = 'old';\nexport default () => '';\n` };
  const of = model(declared);
  const first = await plan(of, { ...before, 'generated/contract.json': JSON.stringify(contract) });
  expect(first).toMatchObject({ files: [], kept: [], warnings: [{ code: 'handlers/renamed' }] });
  const made = emitHandlerBindings(of, first.bindings);
  expect(made.text).toContain(`/${folder}/old.js`);
  expect(await plan(of, { ...before, [made.path]: made.text })).toEqual(first);
  // Something else was there before.
  const other = await plan(of, { ...before, 'generated/contract.json': '{"prompts":[{"name":"old"}]}' });
  expect(other).toMatchObject({ files: [{ kind: 'once' }], kept: [path] });
});

test('mistakes have their places', async () => {
  const of = model({ prompts: [triage, { name: 'sort' }] });
  expect(
    await findings(of, {
      ...search,
      'src/handlers/prompts/a.ts': "export const prompt = 'triage';\n",
      'src/handlers/prompts/sort.ts': 'export const prompt = name();\n',
      'src/handlers/prompts/z.ts': "export const prompt = 'triage';\n",
    }),
  ).toEqual([
    "error handlers/duplicate src/handlers/prompts/z.ts:1:23 'triage'",
    'error handlers/not-literal src/handlers/prompts/sort.ts:1:23 name()',
  ]);
  expect(
    await findings(of, {
      ...search,
      'src/handlers/prompts/triage.ts': "export const prompt = 'sort';\nexport default () => '';\n",
    }),
  ).toEqual(["error handlers/taken src/handlers/prompts/triage.ts:1:23 'sort'"]);
});
