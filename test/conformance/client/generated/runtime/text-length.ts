// Copied by mcpgen from its tested runtime. Do not edit.

/** The length of a text as JSON Schema counts it: Unicode code points, so that an emoji is not two. */
export function textLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) {
      length -= 1;
      index += 1;
    }
  }
  return length;
}
