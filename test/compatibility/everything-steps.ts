import { expect } from 'vitest';
import { prompts } from '../conformance/server/generated/prompts/index.js';
import { resourceTemplates } from '../conformance/server/generated/resource-templates/index.js';
import { resources } from '../conformance/server/generated/resources/index.js';
import { tools } from '../conformance/server/generated/tools/index.js';
import { RED_PIXEL, SILENCE } from '../conformance/server/src/media.js';
import type { EverythingClient } from './everything-client.js';
import { occasion } from './occasion.js';

/** Something that MCP offers, tried by a client: rejects when it does not work. */
export interface Step {
  readonly name: string;
  /** The only era that has it; absent: both. */
  readonly era?: 'modern' | 'legacy';
  /** Not where the contract is mounted on a server of the SDK. */
  readonly isOurs?: true;
  readonly run: (client: EverythingClient) => Promise<void>;
}

export const STEPS: readonly Step[] = [
  ...discovery(),
  ...results(),
  ...duringCalls(),
  ...questions(),
  ...tasks(),
  ...offers(),
  ...changes(),
];

function discovery(): readonly Step[] {
  const names = (entries: readonly { readonly name: string }[]): string[] => entries.map(({ name }) => name);
  return [
    {
      name: '`server/discover`',
      era: 'modern',
      run: async ({ raw }) => {
        expect((await raw.discover()).supportedVersions).toContain('2026-07-28');
      },
    },
    { name: '`ping`', era: 'legacy', run: async ({ raw }) => expect(await raw.ping()).toEqual({}) },
    {
      name: 'list tools',
      run: async ({ raw }) => expect(names((await raw.listTools()).tools)).toEqual(names(tools)),
    },
    {
      name: 'list resources',
      run: async ({ raw }) => expect(names((await raw.listResources()).resources)).toEqual(names(resources)),
    },
    {
      name: 'list resource templates',
      run: async ({ raw }) => {
        expect(names((await raw.listResourceTemplates()).resourceTemplates)).toEqual(names(resourceTemplates));
      },
    },
    {
      name: 'list prompts',
      run: async ({ raw }) => expect(names((await raw.listPrompts()).prompts)).toEqual(names(prompts)),
    },
    {
      name: 'compare all lists with the contract',
      run: async (client) => expect(await client.verifyContract()).toMatchObject({ matches: true }),
    },
  ];
}

function results(): readonly Step[] {
  const pixel = { type: 'image', data: RED_PIXEL, mimeType: 'image/png' };
  return [
    {
      name: 'a text',
      run: async ({ tools }) =>
        expect(await tools.testSimpleText()).toMatchObject({ text: 'This is a simple text response for testing.' }),
    },
    {
      name: 'an image',
      run: async ({ tools }) => expect((await tools.testImageContent()).content).toEqual([pixel]),
    },
    {
      name: 'a sound',
      run: async ({ tools }) =>
        expect((await tools.testAudioContent()).content).toEqual([
          { type: 'audio', data: SILENCE, mimeType: 'audio/wav' },
        ]),
    },
    {
      name: 'an embedded resource',
      run: async ({ tools }) => {
        const { content } = await tools.testEmbeddedResource();
        expect(content).toMatchObject([{ type: 'resource', resource: { uri: 'test://embedded-resource' } }]);
      },
    },
    {
      name: 'several pieces',
      run: async ({ tools }) => {
        const { content } = await tools.testMultipleContentTypes();
        expect(content).toMatchObject([{ type: 'text' }, pixel, { type: 'resource' }]);
      },
    },
    {
      name: 'a structured object',
      run: async ({ tools }) =>
        expect(await tools.testStructuredObject({ word: 'Zürich' })).toEqual({ word: 'Zürich', letters: 6 }),
    },
    {
      name: 'a structured list',
      run: async ({ tools }) => expect(await tools.testStructuredList({ word: 'abc' })).toEqual(['a', 'b', 'c']),
    },
    {
      name: 'an argument that a header repeats',
      run: async ({ tools }) =>
        expect(await tools.testXMcpHeader({ region: 'Zürich', level: 3 })).toMatchObject({
          text: 'Region Zürich, level 3.',
        }),
    },
    {
      name: 'an error of the tool',
      run: ({ tools }) =>
        expect(tools.testErrorHandling()).rejects.toMatchObject({
          name: 'ToolError',
          text: 'This tool intentionally returns an error for testing',
        }),
    },
    {
      name: 'an error of the protocol',
      isOurs: true,
      run: ({ tools }) =>
        expect(tools.protocolErrorJob()).rejects.toMatchObject({
          name: 'ProtocolError',
          code: -32603,
          message: expect.stringContaining('The job broke the protocol'),
        }),
    },
    {
      name: 'arguments that the schema refuses',
      run: async ({ raw }) => {
        const { isError, content } = await raw.callTool({ name: 'greet', arguments: { name: 5 } });
        expect([isError, JSON.stringify(content)]).toEqual([true, expect.stringContaining('name')]);
      },
    },
    {
      name: 'a tool that is not there',
      run: ({ raw }) => expect(raw.callTool({ name: 'nobody' })).rejects.toMatchObject({ code: -32602 }),
    },
  ];
}

function duringCalls(): readonly Step[] {
  return [
    {
      name: 'progress',
      run: async ({ tools }) => {
        const seen: number[] = [];
        await tools.testToolWithProgress({}, { onProgress: ({ progress }) => void seen.push(progress) });
        expect(seen).toEqual([0, 50, 100]);
      },
    },
    {
      name: 'log messages',
      run: async ({ tools, raw, era }) => {
        const seen: unknown[] = [];
        raw.setNotificationHandler('notifications/message', ({ params }) => void seen.push(params.data));
        if (era === 'legacy') await raw.setLoggingLevel('info');
        await tools.testToolWithLogging(
          {},
          era === 'modern' ? { meta: { 'io.modelcontextprotocol/logLevel': 'info' } } : {},
        );
        expect(seen).toEqual(['Tool execution started', 'Tool processing data', 'Tool execution completed']);
      },
    },
    {
      name: 'an answer after its stream was let go',
      run: async ({ tools }) =>
        expect(await tools.testReconnection()).toMatchObject({ text: 'The client came back for this.' }),
    },
    {
      name: 'cancel a call',
      run: async ({ tools, onListChanged }) => {
        const heard = occasion();
        // The handler says so when it is told, of which the caller sees nothing.
        const { stop } = await onListChanged('prompts', heard.come);
        const abort = new AbortController();
        const reason = new Error('not wanted any more');
        const call = tools.testCancellation({}, { signal: abort.signal, onProgress: () => abort.abort(reason) });
        await expect(call).rejects.toBe(reason);
        await heard.hasCome;
        await stop();
      },
    },
  ];
}

function questions(): readonly Step[] {
  return [
    {
      name: 'a form',
      run: async ({ tools }) =>
        expect((await tools.testElicitation({ message: 'How much?' })).text).toContain('an answer to How much?'),
    },
    {
      name: 'a form with defaults',
      run: async ({ tools }) => {
        const { text } = await tools.testElicitationSep1034Defaults();
        expect(text).toContain('"name":"Ada","age":30');
      },
    },
    {
      name: 'a form that the user declines',
      run: async ({ tools }) =>
        expect((await tools.testInputRequiredResultElicitation()).text).toBe('Hello, whoever you are!'),
    },
    {
      name: 'a page to visit',
      run: async ({ tools }) => expect((await tools.testElicitationUrl()).text).toBe("The user's answer: accept"),
    },
    {
      name: 'sampling',
      run: async ({ tools }) => {
        const { text } = await tools.testSampling({ prompt: 'Say something.' });
        expect(text).toMatch(/^LLM response: heard .*Say something\./);
      },
    },
    {
      name: 'roots',
      run: async ({ tools }) =>
        expect((await tools.testInputRequiredResultListRoots()).text).toBe('Roots: file:///srv/one'),
    },
    {
      name: 'three questions at once',
      run: async ({ tools }) => {
        const { text } = await tools.testInputRequiredResultMultipleInputs();
        expect(JSON.parse(text)).toMatchObject({
          name: { content: { name: 'Grace' } },
          greeting: { text: 'Good morning' },
          roots: [{ uri: 'file:///srv/two' }],
        });
      },
    },
    {
      name: 'two questions in turn',
      run: async ({ tools }) => {
        const { text } = await tools.testInputRequiredResultMultiRound();
        expect(JSON.parse(text)).toMatchObject({
          name: { content: { name: 'Edsger' } },
          color: { content: { color: 'orange' } },
        });
      },
    },
    {
      name: 'state over rounds',
      run: async ({ tools }) =>
        expect((await tools.testInputRequiredResultRequestState()).text).toMatch(/^state-ok: [0-9a-f-]{36}, accept$/),
    },
    {
      name: 'a question of a prompt',
      run: async ({ prompts }) => {
        const { messages } = await prompts.testInputRequiredResultPrompt.get();
        expect(messages).toMatchObject([{ content: { text: 'Use this context: a rainy day' } }]);
      },
    },
  ];
}

function tasks(): readonly Step[] {
  return [
    {
      name: 'a tool that may become a task',
      run: async ({ tools }) =>
        expect((await tools.slowCompute({ seconds: 0.05, label: 'the sum' })).text).toBe('the sum took 0.05 s'),
    },
    {
      name: 'a tool that runs as a task alone is refused',
      isOurs: true,
      era: 'legacy',
      run: ({ tools }) => expect(tools.failingJob()).rejects.toMatchObject({ name: 'ProtocolError', code: -32021 }),
    },
    {
      name: 'begin a task, and find it again',
      era: 'modern',
      run: async ({ tasks }) => {
        const { taskId = '' } = await tasks.slowCompute.start({ seconds: 0.05, label: 'the sum' });
        const found = tasks.slowCompute.resume(taskId);
        expect((await found.result()).text).toBe('the sum took 0.05 s');
        expect(await found.status()).toMatchObject({ status: 'completed' });
      },
    },
    {
      name: 'a task that fails',
      era: 'modern',
      run: ({ tools }) =>
        expect(tools.failingJob()).rejects.toMatchObject({ name: 'ToolError', text: 'The job failed' }),
    },
    {
      name: 'a question of a task',
      era: 'modern',
      run: async ({ tasks }) => {
        const handle = await tasks.confirmDelete.start({ filename: 'a.txt' });
        expect(handle.taskId).toBeTypeOf('string');
        expect((await handle.result()).text).toBe('Deleted a.txt');
      },
    },
    {
      name: 'a question before a task',
      era: 'modern',
      run: async ({ tasks }) => {
        const handle = await tasks.testToolWithTask.start({});
        expect(handle.taskId).toBeTypeOf('string');
        expect((await handle.result()).text).toBe('Hello, Barbara!');
      },
    },
    {
      name: 'cancel a task',
      era: 'modern',
      run: async ({ tasks }) => {
        const handle = await tasks.slowCompute.start({ seconds: 600, label: 'it all' });
        expect(await handle.status()).toMatchObject({ status: 'working', statusMessage: 'Computing it all' });
        await handle.cancel();
        await expect(handle.result()).rejects.toMatchObject({ name: 'TaskCancelledError' });
      },
    },
  ];
}

function offers(): readonly Step[] {
  return [
    {
      name: 'read a text',
      run: async ({ resources }) =>
        expect((await resources.staticText.read()).text).toBe('This is the content of the static text resource.'),
    },
    {
      name: 'read bytes',
      run: async ({ resources }) =>
        expect(Buffer.from((await resources.staticBinary.read()).bytes ?? []).toString('base64')).toBe(RED_PIXEL),
    },
    {
      name: 'read a URI of a template',
      run: async ({ resourceTemplates: { template }, readResource }) => {
        const { text } = await template.read({ id: 'a/b' });
        expect(JSON.parse(text)).toMatchObject({ id: 'a/b' });
        expect((await readResource('test://template/a%2Fb/data')).text).toBe(text);
      },
    },
    {
      name: 'a resource that is not there',
      // -32002 on the wire of older revisions; the SDK's client knows it by one code.
      run: ({ readResource }) => expect(readResource('test://nothing')).rejects.toMatchObject({ code: -32602 }),
    },
    {
      name: 'get a prompt',
      run: async ({ prompts }) => {
        const { messages } = await prompts.testSimplePrompt.get();
        expect(messages).toMatchObject([{ role: 'user', content: { text: 'This is a simple prompt for testing.' } }]);
      },
    },
    {
      name: 'get a prompt with arguments',
      run: async ({ prompts }) => {
        const { messages } = await prompts.testPromptWithArguments.get({ arg1: 'one', arg2: 'zwölf' });
        expect(messages).toMatchObject([{ content: { text: "Prompt with arguments: arg1='one', arg2='zwölf'" } }]);
      },
    },
    {
      name: 'get a prompt with a resource',
      run: async ({ prompts }) => {
        const { messages } = await prompts.testPromptWithEmbeddedResource.get({ resourceUri: 'test://mine' });
        expect(messages).toMatchObject([{ content: { resource: { uri: 'test://mine' } } }, { role: 'user' }]);
      },
    },
    {
      name: 'get a prompt with an image',
      run: async ({ prompts }) => {
        const { messages } = await prompts.testPromptWithImage.get();
        expect(messages).toMatchObject([{ content: { type: 'image', data: RED_PIXEL } }, { role: 'user' }]);
      },
    },
    {
      name: 'a prompt without a required argument',
      run: ({ raw }) =>
        expect(raw.getPrompt({ name: 'test_prompt_with_arguments', arguments: { arg1: 'one' } })).rejects.toMatchObject(
          { code: -32602 },
        ),
    },
    {
      name: 'complete an argument',
      run: async ({ prompts }) =>
        expect((await prompts.testPromptWithArguments.complete.arg1('te')).values).toEqual(['test', 'test-value']),
    },
    {
      name: 'complete a variable',
      run: async ({ resourceTemplates }) =>
        expect((await resourceTemplates.template.complete.id('4')).values).toEqual(['456']),
    },
  ];
}

function changes(): readonly Step[] {
  return [
    {
      name: 'hear of an update until it stops',
      isOurs: true,
      run: async ({ resources, tools }) => {
        let count = 0;
        const first = occasion();
        const { stop, ended } = await resources.watchedResource.onUpdated(() => {
          count++;
          first.come();
        });
        await tools.testTriggerResourceUpdate();
        await first.hasCome;
        await stop();
        expect(await ended).toBe('local');
        await tools.testTriggerResourceUpdate();
        await tools.answerAnything();
        expect(count).toBe(1);
      },
    },
    {
      name: 'hear of another list of tools',
      run: async ({ onListChanged, tools }) => {
        const heard = occasion();
        const { stop } = await onListChanged('tools', heard.come);
        await tools.testTriggerToolChange();
        await heard.hasCome;
        await stop();
      },
    },
    {
      name: 'hear of another list of prompts',
      run: async ({ onListChanged, tools }) => {
        const heard = occasion();
        const { stop } = await onListChanged('prompts', heard.come);
        await tools.testTriggerPromptChange();
        await heard.hasCome;
        await stop();
      },
    },
  ];
}
