import { styles } from '../diagnostics/reporters/style.js';

/** One of our own Markdown pages for a terminal: headings bold, code blocks indented, the rest as written. */
export function renderPage(markdown: string, colour: boolean): string {
  const { paint } = styles(colour);
  const lines: string[] = [];
  let inCode = false;
  for (const line of markdown.trimEnd().split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    else if (inCode) lines.push(line === '' ? '' : `    ${line}`);
    else if (line.startsWith('#')) lines.push(paint('bold', line.replace(/^#+ /, '')));
    else lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}
