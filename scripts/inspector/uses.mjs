import { firstCompletion } from './complete.mjs';

/**
 * One use of everything that a server lists. `isReading`: it changes nothing, so that others can go to the same server.
 * `complete` is a server that proposes values for what templates and prompts want to know.
 */
export async function usesOf({ tools, resources, resourceTemplates, prompts }, examples, complete) {
  return [
    ...tools.map((tool) => toCall(tool, examples)),
    ...resources.map(({ uri }) => toRead(uri)),
    ...(await Promise.all(resourceTemplates.map((template) => toFill(template, complete)))),
    ...(await Promise.all(prompts.map((prompt) => toGet(prompt, complete)))),
  ];
}

/**
 * As an example shows that succeeds. The command line answers no questions, so a tool that asks some may refuse; and without an
 * example nobody knows what pleases a tool.
 */
function toCall({ name, annotations }, examples) {
  const all = examples.filter(({ tool }) => tool.name === name);
  const example = all.find(({ error, answers }) => error === undefined && answers === undefined);
  const mayRefuse = example === undefined || all.some(({ answers }) => answers !== undefined);
  const input = JSON.stringify(example?.input ?? {});
  return {
    what: `tools/call ${name} ${input}`,
    args: ['--method', 'tools/call', '--tool-name', name, '--tool-args-json', input],
    isReading: annotations?.readOnlyHint === true,
    isExpected: (result) => Array.isArray(result.content) && (mayRefuse || result.isError !== true),
  };
}

function toRead(uri) {
  return {
    what: `resources/read ${uri}`,
    args: ['--method', 'resources/read', '--uri', uri],
    isReading: true,
    isExpected: ({ contents }) => contents?.length > 0 && contents.every((it) => 'text' in it || 'blob' in it),
  };
}

async function toFill({ uriTemplate }, complete) {
  const values = new Map();
  for (const [, name] of uriTemplate.matchAll(/\{[^\w{}]?(\w+)\*?\}/g)) {
    values.set(name, await firstCompletion(complete, { type: 'ref/resource', uri: uriTemplate }, name));
  }
  const unknown = [...values].filter(([, value]) => value === undefined).map(([name]) => name);
  if (unknown.length > 0) throw new Error(`${uriTemplate}: the server completes nothing for ${unknown.join(', ')}`);
  return toRead(uriTemplate.replace(/\{[^\w{}]?(\w+)\*?\}/g, (_, name) => encodeURIComponent(values.get(name))));
}

async function toGet({ name, arguments: all = [] }, complete) {
  const values = await Promise.all(
    all.map(async (argument) => {
      const value = await firstCompletion(complete, { type: 'ref/prompt', name }, argument.name);
      return `${argument.name}=${value ?? 'example'}`;
    }),
  );
  return {
    what: `prompts/get ${name} ${values.join(' ')}`,
    args: [
      '--method',
      'prompts/get',
      '--prompt-name',
      name,
      ...(values.length > 0 ? ['--prompt-args', ...values] : []),
    ],
    isReading: true,
    isExpected: ({ messages }) => messages?.length > 0,
  };
}
