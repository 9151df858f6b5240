/** What is wrong with a URI, to be read after it, and the mend. */
export interface UriFault {
  readonly problem: string;
  readonly help: string;
}

/**
 * An absolute URI (RFC 3986) in the form that the URL standard gives it, since servers parse what they are asked for, and compare the
 * outcome. Undefined when nothing is wrong.
 */
export function uriFault(uri: string): UriFault | undefined {
  if (!isAbsolute(uri)) {
    return { problem: 'is not absolute', help: 'write it with its scheme, such as `desk://tickets/open`' };
  }
  if (/[{}]/.test(uri)) {
    return {
      problem: 'has braces',
      help: 'a URI with variables is a `uriTemplate`, of an entry of `resourceTemplates`',
    };
  }
  const odd = [...uri].find((each) => !/[!-~]/.test(each) || /["<>\\^`|]/.test(each));
  if (odd !== undefined) {
    return { problem: `has ${JSON.stringify(odd)}, which no URI has`, help: `write \`${encodeURIComponent(odd)}\`` };
  }
  if (/%(?![0-9A-Fa-f]{2})/.test(uri)) {
    return { problem: 'has a percent sign that begins no code', help: 'a percent sign is written `%25`' };
  }
  const normal = normalUri(uri);
  if (normal === undefined)
    return { problem: 'cannot be parsed', help: 'check what stands between `//` and the next `/`' };
  return normal === uri ? undefined : { problem: 'is not in its normal form', help: `write \`${normal}\`` };
}

/** With a scheme and something behind it. */
export function isAbsolute(uri: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:./s.test(uri);
}

/** What servers make of a URI when they parse it (the URL standard); undefined when they cannot. */
export function normalUri(uri: string): string | undefined {
  return URL.canParse(uri) ? new URL(uri).href : undefined;
}
