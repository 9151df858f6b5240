// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type Client,
  type ConnectOptions,
  type Implementation,
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  type ServerCapabilities,
} from '@modelcontextprotocol/client';
import { DiscoveryError } from './discovery-error.js';

/** What the contract's server answers to `server/discover`. */
export interface EmbeddedDiscovery {
  readonly serverInfo: Implementation;
  readonly capabilities: ServerCapabilities;
  readonly instructions?: string;
}

/** Protocol revision 2026-07-28, the only one that has `server/discover`. */
export const MODERN_REVISION = '2026-07-28';

/** What the SDK says of an answer that is none of this revision. */
const UNREADABLE: ReadonlySet<SdkErrorCode> = new Set([SdkErrorCode.InvalidResult, SdkErrorCode.UnsupportedResultType]);

/** Through here goes every request of the SDK's client, of which only this is used. */
interface Sending {
  _requestWithSchemaViaCodec(
    codec: unknown,
    request: { readonly method: string },
    ...more: unknown[]
  ): Promise<unknown>;
}

/**
 * Makes the client take a contract for the server's answer to `server/discover`: with the options that are returned it connects without asking.
 *
 * Until a first answer has come, a request that fails may have met a server of another kind. Then the server is asked after all, and the request
 * rejects with a `DiscoveryError` when it is none of the contract's.
 */
export function embed(client: Client, { serverInfo, capabilities, instructions }: EmbeddedDiscovery): ConnectOptions {
  const sending = client as unknown as Sending;
  const send = sending._requestWithSchemaViaCodec.bind(client);
  let isConfirmed = false;
  sending._requestWithSchemaViaCodec = async (codec, request, ...more) => {
    if (isConfirmed || request.method === 'server/discover') return send(codec, request, ...more);
    try {
      const result = await send(codec, request, ...more);
      isConfirmed = true;
      return result;
    } catch (error) {
      if (!isConfirmed && isAnswer(error)) {
        await confirm(client, error);
        isConfirmed = true;
      }
      throw error;
    }
  };
  const discover = {
    supportedVersions: [MODERN_REVISION],
    capabilities,
    ...(instructions !== undefined && { instructions }),
    ttlMs: 0,
    cacheScope: 'private' as const,
    _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
  };
  // To hold it against the SDK's type would cost a compiler more than all else here: the test of what servers answer does.
  return { prior: { kind: 'modern', discover } } as unknown as ConnectOptions;
}

/** Asks the server what it is, and throws when it does not speak the revision that was taken for granted. */
async function confirm(client: Client, cause: unknown): Promise<void> {
  let supportedVersions: readonly string[] | undefined;
  try {
    ({ supportedVersions } = await client.discover());
  } catch (error) {
    // Of a server that cannot be reached nothing is known; the request's own error says more.
    if (!isAnswer(error)) return;
  }
  if (supportedVersions?.includes(MODERN_REVISION) !== true) throw new DiscoveryError(supportedVersions, { cause });
}

/** Whether a server has answered at all, be it in a form that a client of this revision does not understand. */
function isAnswer(error: unknown): boolean {
  if (error instanceof SdkHttpError) return error.status !== undefined && [400, 404, 405, 406].includes(error.status);
  return error instanceof ProtocolError || (error instanceof SdkError && UNREADABLE.has(error.code));
}
