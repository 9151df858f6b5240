import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'cyan';

/** Paints text, or leaves it alone. Whether to was decided by the caller: the streams are not asked again. */
export function styles(colour: boolean): { readonly paint: (style: Style, text: string) => string } {
  return { paint: colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text };
}
