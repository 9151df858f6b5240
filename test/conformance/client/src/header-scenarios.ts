import {
  connectAuthorized,
  type TestCustomHeadersInput,
  type TestCustomHeadersNullInput,
} from '../generated/client/index.js';
import { withLocalDiscovery } from './local-discovery.js';
import type { Scenario } from './scenario.js';

/** Each method with a header of its own, once. */
const standardHeaders: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url, { fetch: withLocalDiscovery, era: 'modern' });
  await client.raw.listTools();
  await client.tools.testHeaders({});
  const { resources } = await client.raw.listResources();
  for (const { uri } of resources) await client.raw.readResource({ uri });
  const { prompts } = await client.raw.listPrompts();
  for (const { name } of prompts) await client.raw.getPrompt({ name });
  await client.close();
};

/** The calls come from the suite; one of them sends null for a boolean, which the contract would not let pass. */
const customHeaders: Scenario = async ({ url, context }) => {
  const client = await connectAuthorized(url, { fetch: withLocalDiscovery, era: 'modern', validateInput: false });
  const calls = context['toolCalls'] as readonly { readonly name: string; readonly arguments: unknown }[];
  for (const { name, arguments: input } of calls) {
    if (name === 'test_custom_headers') await client.tools.testCustomHeaders(input as TestCustomHeadersInput);
    else await client.tools.testCustomHeadersNull(input as TestCustomHeadersNullInput);
  }
  await client.close();
};

/** Tools whose headers are wrong are not listed, so nobody calls them. */
const invalidToolHeaders: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url, { fetch: withLocalDiscovery, era: 'modern' });
  const { tools } = await client.raw.listTools();
  for (const { name } of tools) await client.raw.callTool({ name, arguments: { region: 'us-west1' } });
  await client.close();
};

export const headerScenarios = {
  'http-standard-headers': standardHeaders,
  'http-custom-headers': customHeaders,
  'http-invalid-tool-headers': invalidToolHeaders,
};
