/** A relative path as the URI reference that SARIF wants. */
export function sarifUri(path: string): string {
  return path.split('/').map(segment).join('/');
}

function segment(text: string): string {
  // A lone surrogate has no encoding.
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
