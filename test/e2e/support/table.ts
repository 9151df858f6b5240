import type { ImportNote } from '../../../src/import/import-note.js';
import type { Answer } from './answers.js';
import type { Comparison } from './expected.js';

export const transports = ['stdio modern', 'stdio legacy', 'http modern', 'http legacy'] as const;
export type Served = (typeof transports)[number];

/** Everything that is known about one corpus in the end. */
export interface Row {
  readonly answer: Answer;
  readonly imported: number;
  readonly notes: readonly ImportNote[];
  /** Type checks without an error in this corpus. */
  readonly clean: number;
  readonly served: ReadonlyMap<Served, Comparison>;
}

const words: Readonly<Record<string, (path: ImportNote['path']) => string>> = {
  'import/removed-field': (path) => `\`${String(path.at(-1))}\` left out`,
  'import/stray-member': (path) => `\`${String(path.at(-1))}\` left out`,
  'import/unknown-annotation': (path) => `annotation \`${String(path.at(-1))}\` left out`,
  'import/type-added': () => '`type: object` added to `inputSchema`',
};

/** The page `docs/corpora.md`, the same for the same results. */
export function renderPage(rows: readonly Row[], checks: readonly string[]): string {
  const head = ['corpus', 'server', 'tools', 'imported', 'differences that import reports', 'tsc', ...transports];
  const sum = (pick: (row: Row) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const total = sum(({ answer }) => answer.tools.length);
  const table = [
    head,
    head.map(() => '---'),
    ...rows.map((row) => renderRow(row, checks.length)),
    [
      '**all**',
      `${rows.length} servers`,
      String(total),
      String(sum(({ imported }) => imported)),
      '',
      '',
      ...transports.map((each) => `${sum((row) => row.served.get(each)?.equal ?? 0)}/${total}`),
    ],
  ];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`);
  return `${introduction(checks)}\n${lines.join('\n')}\n`;
}

function renderRow({ answer, imported, notes, clean, served }: Row, checks: number): string[] {
  const tools = answer.tools.length;
  return [
    answer.name,
    answer.origin ?? '',
    String(tools),
    String(imported),
    renderNotes(notes),
    `${clean}/${checks}`,
    ...transports.map((each) => `${served.get(each)?.equal ?? 0}/${tools}`),
  ];
}

function renderNotes(notes: readonly ImportNote[]): string {
  const counts = new Map<string, number>();
  for (const { subject, path, diagnostic } of notes) {
    if (subject?.kind !== 'tool') continue;
    const what = words[diagnostic.code]?.(path) ?? `\`${diagnostic.code}\``;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `${count} × ${what}`).join(', ') || 'none';
}

const introduction = (checks: readonly string[]): string => `# Real servers, imported, built and served again

<!-- Written by test/e2e/corpora.test.ts; UPDATE_DOCS=1 writes it anew. -->

The answers to \`tools/list\` of published MCP servers are put through everything that mcpgen does: \`mcpgen import\`,
\`mcpgen build\`, the type checker, and a process that serves the generated code over stdio and over HTTP, to a client of
MCP 2026-07-28 (modern) and to one of 2025-11-25 (legacy). The client reads raw JSON-RPC. Every tool is compared with the
original in \`name\`, \`title\`, \`description\`, \`inputSchema\`, \`outputSchema\`, \`annotations\`, \`icons\` and \`_meta\`;
on the modern wire the order of their members is the original one, too.

- **tsc**: type checks without an error in the generated code. All corpora are one program in each, with \`strict\`,
  \`exactOptionalPropertyTypes\`, \`noUncheckedIndexedAccess\`, \`noImplicitOverride\`, \`noPropertyAccessFromIndexSignature\`,
  \`verbatimModuleSyntax\`, \`isolatedModules\` and \`skipLibCheck: false\`:
${checks.map((check) => `  - ${check}`).join('\n')}
- **stdio** and **http**: tools whose definitions are served exactly as they were, of all tools. The others differ in what the
  column before says, and in nothing else: \`execution\` and \`id\` are no members of a tool in MCP 2026-07-28, and leave the
  compared fields as they were.
`;
