import { styleText } from 'node:util';
import type { Severity } from '../diagnostic.js';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'cyan';

/** How a severity is shown, wherever it is. */
export const severityColours: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** Paints text, or leaves it alone. Whether to was decided by the caller: the streams are not asked again. */
export function styles(colour: boolean): { readonly paint: (style: Style, text: string) => string } {
  return { paint: colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text };
}
