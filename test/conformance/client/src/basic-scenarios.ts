import { connectAuthorized } from '../generated/client/index.js';
import type { Scenario } from './scenario.js';

const initialize: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url);
  await client.raw.listTools();
  await client.close();
};

const toolsCall: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url);
  await client.raw.listTools();
  const { text } = await client.tools.addNumbers({ a: 5, b: 3 });
  if (!text.includes('8')) throw new Error(`5 and 3 are ${text}`);
  await client.close();
};

const requestMetadata: Scenario = async ({ url }) => {
  const capabilities = { roots: { listChanged: true }, sampling: {}, elicitation: {} };
  const client = await connectAuthorized(url, { capabilities });
  await client.close();
};

/** The user agrees to what the form proposes. */
const elicitationDefaults: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url, {
    capabilities: { elicitation: { form: { applyDefaults: true } } },
    configure: (raw) => raw.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: {} })),
  });
  await client.tools.testClientElicitationDefaults({});
  await client.close();
};

const sseRetry: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url);
  await client.tools.testReconnection({});
  await client.close();
};

const schemaReferences: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url);
  await client.raw.listTools();
  await client.close();
};

const schemaPreservation: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url);
  const { tools } = await client.raw.listTools();
  const focal = tools.find(({ name }) => name === 'json_schema_2020_12_tool');
  if (focal === undefined) throw new Error('the tool is not listed');
  await client.tools.jsonSchemaEcho({ schema: focal.inputSchema });
  await client.close();
};

export const basicScenarios = {
  initialize,
  tools_call: toolsCall,
  'request-metadata': requestMetadata,
  'elicitation-sep1034-client-defaults': elicitationDefaults,
  'sse-retry': sseRetry,
  'json-schema-ref-no-deref': schemaReferences,
  'json-schema-2020-12-preservation': schemaPreservation,
};
