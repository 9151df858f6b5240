import type { Client } from '@modelcontextprotocol/client';

/** What of the SDK's client is used here. */
interface Asking {
  request(request: { readonly method: string; readonly params: object }): Promise<unknown>;
}

/** One page of a list, which the SDK has checked; its type is given by its name, for the reason in on-request.ts. */
export function askPage<Page>(
  client: Client,
  method: `${string}/list`,
  params: { readonly cursor?: string },
): Promise<Page> {
  const asking = client as unknown as Asking;
  return asking.request({ method, params }) as Promise<Page>;
}
