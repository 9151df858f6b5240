import type { Diagnostic, Span } from '../diagnostic.js';
import { codeFrame } from './frame.js';
import { inOrder } from './order.js';
import { pathFrom } from './range.js';
import { type Style, severityColours, styles } from './style.js';
import { summaryOf } from './summary.js';
import { brief, visible } from './visible.js';

export interface PrettyOptions {
  readonly colour: boolean;
  /** From the current folder to the project's root, with `/`; empty when they are the same. */
  readonly folder: string;
  /** How many findings are shown, 100 unless it is said. */
  readonly shown?: number | undefined;
}

/** Nobody reads more at a terminal, unless they ask for it; the other formats give all. */
const MOST = 100;

/** Findings for a person: place, message, code frame, related places, help; a summary at the end. */
export function prettyFindings(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const { paint } = styles(options.colour);
  const shown = inOrder(diagnostics).slice(0, options.shown ?? MOST);
  const blocks = shown.map((each) => finding(each, options));
  const more = diagnostics.length - shown.length;
  const summary = paint('bold', summaryOf(diagnostics));
  const hint = diagnostics.length === 0 ? '' : '; `mcpgen explain <code>` tells more';
  return `${[...blocks, ...(more > 0 ? [`and ${more} more\n`] : []), `${summary}${hint}\n`].join('\n')}`;
}

function finding(diagnostic: Diagnostic, options: PrettyOptions): string {
  const { paint } = styles(options.colour);
  const { code, severity, message, span, related, help } = diagnostic;
  const colour = severityColours[severity];
  const place = span === undefined ? '' : `${paint('bold', placeOf(span, options))} - `;
  const lines = [
    `${place}${paint(colour, severity)} ${paint('dim', code)}: ${brief(message)}`,
    ...(span === undefined ? [] : frame(span, colour, options)),
    ...related.flatMap((each) => [
      `  ${paint('bold', placeOf(each.span, options))} - ${brief(each.message)}`,
      ...frame(each.span, 'cyan', options),
    ]),
    ...(help === undefined ? [] : [`  ${paint('green', 'help')}: ${brief(help)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function placeOf({ file, start }: Span, { folder }: PrettyOptions): string {
  const { line, column } = file.positionAt(start);
  return `${visible(pathFrom(folder, file.path))}:${line}:${column}`;
}

function frame(span: Span, colour: Style, options: PrettyOptions): string[] {
  const { paint } = styles(options.colour);
  return codeFrame(span).map(({ kind, gutter, text }) => {
    const bar = paint('dim', `  ${gutter} ${kind === 'gap' ? ':' : '|'}`);
    if (text === '') return bar;
    return `${bar} ${kind === 'mark' ? paint(colour, text) : text}`;
  });
}
