import { SdkError, SdkErrorCode } from '@modelcontextprotocol/client';
import { connectAuthorized } from '../generated/client/index.js';
import { withLocalDiscovery } from './local-discovery.js';
import type { Scenario } from './scenario.js';

const requestState: Scenario = async ({ url }) => {
  const client = await connectAuthorized(url, {
    fetch: withLocalDiscovery,
    era: 'modern',
    capabilities: { elicitation: { form: {} } },
    configure: (raw) => {
      raw.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: { confirmed: true } }));
    },
  });
  const { tools } = client;
  // At the same time, so that what one was asked could get into the other.
  await Promise.all([tools.testMrtrEchoState({}), tools.testMrtrUnrelated({})]);
  await tools.testMrtrNoState({});
  // A server of this revision has to say that an answer is all there is; the SDK refuses one that does not, and asks no further.
  await tools.testMrtrNoResultType({}).catch((error: unknown) => {
    if (!(error instanceof SdkError && error.code === SdkErrorCode.InvalidResult)) throw error;
  });
  await client.close();
};

export const inputRequiredScenarios = { 'sep-2322-client-request-state': requestState };
