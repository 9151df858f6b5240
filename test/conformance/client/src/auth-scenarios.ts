import { requestJwtAuthorizationGrant } from '@modelcontextprotocol/client';
import { connectAuthorized, oauth } from '../generated/client/index.js';
import { type Given, type Scenario, textOf } from './scenario.js';

const REDIRECT_URL = 'http://localhost:3000/callback';

/** The suite's user agrees to everything: its authorization server sends them straight back. */
async function authorize(url: URL): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`the authorization server answers ${response.status} and sends nobody back`);
  return new URL(location);
}

const user = {
  redirectUrl: REDIRECT_URL,
  clientName: 'mcpgen conformance client',
  clientMetadataUrl: 'https://conformance-test.local/client-metadata.json',
  offlineAccess: true,
  authorize,
};

async function listAndCall({ url }: Given, auth: oauth.ClientAuth): Promise<void> {
  const client = await connectAuthorized(url, { auth });
  await client.raw.listTools();
  await client.tools.testTool({});
  await client.close();
}

async function list({ url }: Given, auth: oauth.ClientAuth): Promise<void> {
  const client = await connectAuthorized(url, { auth });
  await client.raw.listTools();
  await client.close();
}

/** A user logs in, lists the tools and calls one. */
const asUser: Scenario = (given) => listAndCall(given, oauth.authorizationCode(user));

const registered: Scenario = (given) => {
  const client = { clientId: textOf(given, 'client_id'), clientSecret: textOf(given, 'client_secret') };
  return listAndCall(given, oauth.authorizationCode({ ...user, client }));
};

const withDpop: Scenario = (given) => listAndCall(given, oauth.authorizationCode({ ...user, dpop: true }));

const credentialsBySecret: Scenario = (given) =>
  list(
    given,
    oauth.clientCredentials({ clientId: textOf(given, 'client_id'), clientSecret: textOf(given, 'client_secret') }),
  );

const credentialsByKey: Scenario = (given) =>
  list(
    given,
    oauth.privateKeyJwt({
      clientId: textOf(given, 'client_id'),
      privateKey: textOf(given, 'private_key_pem'),
      algorithm: textOf(given, 'signing_algorithm'),
    }),
  );

/** An employee's identity becomes a grant at the company's identity provider, and the grant a token (SEP-990). */
const enterpriseManaged: Scenario = (given) =>
  list(
    given,
    oauth.jwtBearer({
      clientId: textOf(given, 'client_id'),
      clientSecret: textOf(given, 'client_secret'),
      assertion: async ({ authorizationServer, resource, fetch }) => {
        const { jwtAuthGrant } = await requestJwtAuthorizationGrant({
          tokenEndpoint: textOf(given, 'idp_token_endpoint'),
          audience: authorizationServer,
          resource,
          idToken: textOf(given, 'idp_id_token'),
          clientId: textOf(given, 'idp_client_id'),
          fetchFn: fetch,
        });
        return jwtAuthGrant;
      },
    }),
  );

const workloadIdentity: Scenario = (given) =>
  list(given, oauth.jwtBearer({ clientId: textOf(given, 'client_id'), assertion: () => textOf(given, 'valid_jwt') }));

const asUserIn = [
  'metadata-default',
  'metadata-var1',
  'metadata-var2',
  'metadata-var3',
  'basic-cimd',
  'scope-from-www-authenticate',
  'scope-from-scopes-supported',
  'scope-omitted-when-undefined',
  'scope-step-up',
  'scope-retry-limit',
  'token-endpoint-auth-basic',
  'token-endpoint-auth-post',
  'token-endpoint-auth-none',
  'resource-mismatch',
  'offline-access-scope',
  'offline-access-not-supported',
  'authorization-server-migration',
  'iss-supported',
  'iss-not-advertised',
  'iss-supported-missing',
  'iss-wrong-issuer',
  'iss-unexpected',
  'iss-normalized',
  'metadata-issuer-mismatch',
];

export const authScenarios: Readonly<Record<string, Scenario>> = {
  ...Object.fromEntries(asUserIn.map((name) => [`auth/${name}`, asUser])),
  'auth/pre-registration': registered,
  'auth/dpop': withDpop,
  'auth/dpop-nonce': withDpop,
  'auth/client-credentials-basic': credentialsBySecret,
  'auth/client-credentials-jwt': credentialsByKey,
  'auth/enterprise-managed-authorization': enterpriseManaged,
  'auth/wif-jwt-bearer': workloadIdentity,
};
