import { diagnose } from '../../src/diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../../src/diagnostics/diagnostic.js';
import { SourceFile } from '../../src/diagnostics/source-file.js';

/** The span of the first `token` in the file, or of the nth. */
export function spanOf(file: SourceFile, token: string, nth = 0): Span {
  let start = file.text.indexOf(token);
  for (let i = 0; i < nth; i++) start = file.text.indexOf(token, start + 1);
  if (start < 0) throw new Error(`no ${JSON.stringify(token)} in ${file.path}`);
  return { file, start, end: start + token.length };
}

export const tickets = new SourceFile(
  'manifests/tickets.yaml',
  `schemas:
  Ticket: { type: object }
tools:
  - name: create_ticket
    desciption: Opens a ticket.
    inputSchema: { type: object }
  - name: tickets.close
    inputSchema: { type: object }
`,
);

export const more = new SourceFile('manifests/more.yaml', 'tools:\n  - name: create_ticket\n');

export const unknownKey: Diagnostic = diagnose(
  'manifest/unknown-key',
  { key: 'desciption', where: 'a tool', suggestion: 'description', known: [] },
  { span: spanOf(tickets, 'desciption') },
);

export const duplicate: Diagnostic = diagnose(
  'names/duplicate-tool',
  { name: 'create_ticket', kind: 'tool' },
  {
    span: spanOf(tickets, 'create_ticket'),
    related: [{ message: 'declared here as well', span: spanOf(more, 'create_ticket') }],
  },
);

export const dot: Diagnostic = diagnose(
  'names/dot',
  { name: 'tickets.close' },
  { span: spanOf(tickets, 'tickets.close') },
);

export const noConfig: Diagnostic = diagnose('project/no-config', { folder: 'support' });

export const skew: Diagnostic = diagnose('output/version-skew', { theirs: '0.0.9', ours: '0.1.0' });

/** Everything that a manifest could try on a terminal or a log. */
export const HOSTILE =
  'a\u001b[31mred\u001b]8;;http://evil\u0007\r\n::error::forged\u009b2J\u202eabc\u200b\u{e0041}%0A';

export const hostile: Diagnostic = (() => {
  const file = new SourceFile('manifests/\u001b[2J,a:b%.yaml', `tools: "${HOSTILE}"\n`);
  return {
    code: 'manifest/bad-value',
    severity: 'error',
    message: `${HOSTILE} is refused`,
    span: { file, start: 7, end: file.text.length },
    related: [{ message: HOSTILE, span: { file, start: 0, end: 5 } }],
    help: `remove ${HOSTILE}`,
  };
})();

/** What must never be printed raw; line feeds are our own. */
export const RAW = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
