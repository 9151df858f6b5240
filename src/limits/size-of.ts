import { isJsonObject, type JsonValue } from '../json.js';

/** How deep and how large a value is: levels of arrays and objects, and bytes of its shortest JSON text. */
export function sizeOf(value: JsonValue): { bytes: number; depth: number } {
  return { bytes: Buffer.byteLength(JSON.stringify(value)), depth: depthOf(value) };
}

/** The parser has bounded the depth, so that recursion is safe. */
function depthOf(value: JsonValue): number {
  const members = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : undefined;
  if (members === undefined) return 0;
  let deepest = 0;
  for (const member of members) deepest = Math.max(deepest, depthOf(member));
  return deepest + 1;
}
