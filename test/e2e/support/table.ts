import { type Answer, offersMore } from './answers.js';
import type { Imported, Note } from './build-all.js';
import type { Comparison } from './expected.js';
import { type Section, sections } from './sections.js';

export const transports = ['stdio modern', 'stdio legacy', 'http modern', 'http legacy'] as const;
export type Served = (typeof transports)[number];

/** Everything that is known about one corpus in the end. */
export interface Row extends Pick<Imported, 'imported' | 'notes'> {
  readonly answer: Answer;
  /** How many type checks there were of this corpus, and how many without an error. */
  readonly checks: number;
  readonly clean: number;
  readonly served: ReadonlyMap<Served, Readonly<Record<Section, Comparison>>>;
}

const words: Readonly<Record<string, (path: Note['path']) => string>> = {
  'import/removed-field': (path) => `\`${String(path.at(-1))}\` left out`,
  'import/stray-member': (path) => `\`${path.slice(2).filter(isName).join('.')}\` left out`,
  'import/unknown-annotation': (path) => `annotation \`${String(path.at(-1))}\` left out`,
  'import/type-added': () => '`type: object` added to `inputSchema`',
};

/** The page `docs/corpora.md`, the same for the same results. */
export function renderPage(rows: readonly Row[], checks: Checks): string {
  const offering = rows.filter(({ answer }) => offersMore(answer));
  return `${introduction(checks)}
## Tools

${toolTable(rows)}

## Resources, resource templates and prompts

Of the ${rows.length} servers, ${offering.length} have more than tools. The lists are compared in the same four ways, entry by entry and member by member. Two spellings
of one thing are taken to be equal: an argument of a prompt with \`required: false\` or without \`required\`, and a prompt with an empty list
of \`arguments\` or without one.

Every handler is the stub that \`mcpgen build\` creates. Each resource, a URI of each template, each prompt and one tool that requires no input are asked for:
the answer is that it is not implemented yet (-32603, or a tool's error), by its name. A prompt without the arguments that it requires is refused (-32602), so is a resource
that there is not (-32602, and -32002 to older clients), and a list of a kind that a server has nothing of is unknown to it (-32601).

The last four columns are of resources, templates and prompts, in this order: those that are served exactly as they were, of all.

${offerTable(offering)}
`;
}

function toolTable(rows: readonly Row[]): string {
  const head = ['corpus', 'server', 'tools', 'imported', 'differences that import reports', 'tsc', ...transports];
  const total = sumOf(rows, ({ answer }) => answer.tools.length);
  const last = ['**all**', `${rows.length} servers`, String(total), String(sumOf(rows, (row) => row.imported.tools))];
  return table(
    head,
    rows.map(({ answer, imported, notes, checks, clean, served }) => [
      answer.name,
      answer.origin ?? '',
      String(answer.tools.length),
      String(imported.tools),
      renderNotes(notes, ['tools']),
      `${clean}/${checks}`,
      ...transports.map((each) => `${served.get(each)?.tools.equal ?? 0}/${answer.tools.length}`),
    ]),
    [...last, '', '', ...transports.map((each) => `${sumOf(rows, (row) => equal(row, each, 'tools'))}/${total}`)],
  );
}

const offers = sections.filter((section) => section !== 'tools');

function offerTable(rows: readonly Row[]): string {
  const head = ['corpus', 'resources', 'templates', 'prompts', 'differences that import reports', ...transports];
  const counts = (some: readonly Row[]): string[] =>
    offers.map((section) => String(sumOf(some, ({ answer }) => answer[section].length)));
  const shares = (some: readonly Row[]): string[] =>
    transports.map((each) => {
      const parts = offers.map((section): [number, number] => [
        sumOf(some, (row) => equal(row, each, section)),
        sumOf(some, ({ answer }) => answer[section].length),
      ]);
      return parts.map(([right, all]) => (all === 0 ? '-' : `${right}/${all}`)).join(', ');
    });
  return table(
    head,
    rows.map((row) => [row.answer.name, ...counts([row]), renderNotes(row.notes, offers), ...shares([row])]),
    ['**all**', ...counts(rows), '', ...shares(rows)],
  );
}

function table(head: readonly string[], rows: readonly string[][], last: readonly string[]): string {
  const lines = [head, head.map(() => '---'), ...rows, last];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sumOf(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((total, row) => total + pick(row), 0);
}

function equal({ served }: Row, transport: Served, section: Section): number {
  return served.get(transport)?.[section].equal ?? 0;
}

function renderNotes(notes: readonly Note[], of: readonly Section[]): string {
  const counts = new Map<string, number>();
  for (const { subject, path, code } of notes) {
    if (subject === undefined || !of.some((section) => section === path[0])) continue;
    const what = words[code]?.(path) ?? `\`${code}\``;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `${count} × ${what}`).join(', ') || 'none';
}

function isName(step: string | number): boolean {
  return typeof step === 'string';
}

/** The titles of the type checks of all corpora, and of those of some. */
export interface Checks {
  readonly ofAll: readonly string[];
  readonly ofSome: readonly string[];
}

const introduction = ({ ofAll, ofSome }: Checks): string => `# Real servers, imported, built and served again

<!-- Written by test/e2e/corpora.test.ts; UPDATE_DOCS=1 writes it anew. -->

The answers of published MCP servers to \`tools/list\`, \`resources/list\`, \`resources/templates/list\` and \`prompts/list\` are put through everything that
mcpgen does: \`mcpgen import\`, \`mcpgen build\`, the type checker, and a process that serves the generated code over stdio and over HTTP, to a client of
MCP 2026-07-28 (modern) and to one of 2025-11-25 (legacy). The client reads raw JSON-RPC. Every tool is compared with the
original in \`name\`, \`title\`, \`description\`, \`inputSchema\`, \`outputSchema\`, \`annotations\`, \`icons\` and \`_meta\`;
on the modern wire the order of their members is the original one, too.

- **tsc**: type checks without an error in the generated code, of those that the corpus is part of. The corpora of a check are one program, with \`strict\`,
  \`exactOptionalPropertyTypes\`, \`noUncheckedIndexedAccess\`, \`noImplicitOverride\`, \`noPropertyAccessFromIndexSignature\`,
  \`verbatimModuleSyntax\`, \`isolatedModules\` and \`skipLibCheck: false\`:
${ofAll.map((check) => `  - ${check}: all corpora`).join('\n')}
${ofSome.map((check) => `  - ${check}: the corpora that have more than tools; together they have every kind of module that an import leads to`).join('\n')}

  The first checks every project as it was built. The files of \`generated/runtime\` are found to be the same, byte for byte, in all projects that have
  them; the other checks read one copy of each.
- **stdio** and **http**: entries whose definitions are served exactly as they were, of all. The others differ in what the
  column before says, and in nothing else: \`execution\` and \`id\` are no members of a tool in MCP 2026-07-28, and leave the
  compared fields as they were.
`;
