/**
 * The server is another than the contract says, or speaks another revision of the protocol: connect without `discovery: 'embedded'`. Whether it has done
 * what it was asked is not known. The error of the request that found out is the `cause`.
 */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';

  constructor(
    /** Revisions of MCP that the server says it speaks; `undefined` when it does not answer `server/discover`. */
    readonly supportedVersions: readonly string[] | undefined,
    options: ErrorOptions,
  ) {
    const spoken =
      supportedVersions === undefined ? 'does not answer server/discover' : `speaks ${supportedVersions.join(', ')}`;
    super(`the server ${spoken}, and the contract that this client embeds says otherwise`, options);
  }
}
