import { createHash } from 'node:crypto';

/** `sha256-` and the base64 digest of a text, with CRLF counted as LF: a checkout with `autocrlf` is no edit. */
export function digestOf(content: Uint8Array | string): string {
  return `sha256-${createHash('sha256').update(withLf(content)).digest('base64')}`;
}

/** True when both are the same text, whatever their line ends are. */
export function isSameText(a: Uint8Array | string, b: Uint8Array | string): boolean {
  return withLf(a).equals(withLf(b));
}

/** The bytes with CRLF as LF. */
export function withLf(content: Uint8Array | string): Buffer {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.length);
  // latin1 maps each byte to one character and back, so that bytes which are no UTF-8 survive.
  return bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}
