import { type ClientCapabilities, InMemoryTransport } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { CORE_EXTENSION, type CoreCapability } from '../../src/runtime/core.js';
import { createEnhancedClient } from '../../src/runtime/enhanced-client.js';
import { createContractServer } from '../../src/runtime/server.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import { INFO } from './support/contract.js';

const core: CoreCapability = { protocolVersion: '2.0', supportedFeatures: ['discovery', 'workflows'] };
const speaks = { protocolVersion: '2.0', supportedFeatures: ['other', 'discovery', 'discovery'] };

type Declared = NonNullable<ClientCapabilities['extensions']>[string];

/** What a client whose author declares this finds out about a server that speaks Enhanced MCP 2.0. */
async function negotiated(own?: Declared) {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const server = createContractServer({
    info: INFO,
    tools: [],
    extensions: { [CORE_EXTENSION]: speaks },
    handlers: {},
    options: { services: undefined },
  });
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 });
  const extensions = own === undefined ? {} : { [CORE_EXTENSION]: own };
  const definition = { info: INFO, tools: {}, core, composition: { tools: [], schemas: [] } };
  const client = await createEnhancedClient(definition, near, { capabilities: { extensions } });
  await client.close();
  await handle.closed;
  return client.enhanced;
}

test('both speak it', async () => {
  expect(await negotiated()).toEqual({ protocolVersion: '2.0', features: ['discovery'], server: speaks, issues: [] });
});

test.each<[string, Declared]>([
  ['1.x', { protocolVersion: '1.x', supportedFeatures: ['discovery'] }],
  ['nothing that is well-formed', { protocolVersion: '2.0' }],
])('what counts is what the author has declared: %s', async (_, own) => {
  expect(await negotiated(own)).toEqual({ protocolVersion: '1.x', features: [], server: speaks, issues: [] });
});

test('an author who declares fewer features gets no more', async () => {
  expect(await negotiated({ protocolVersion: '2.0', supportedFeatures: ['other'] })).toMatchObject({
    features: ['other'],
  });
});
