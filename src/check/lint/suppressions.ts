import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Span, TextEdit } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Comment, SourceDoc } from '../../source/source-doc.js';
import { rules } from '../rules/index.js';
import type { Contract } from './contract.js';
import type { RuleId } from './rule.js';

/** A shorter one explains nothing. */
const leastReason = 10;

interface Ignore {
  readonly rule: RuleId;
  /** Of the comment. */
  readonly span: Span;
  /** Findings that start in it are ignored. */
  readonly scope: Span | undefined;
  isUsed: boolean;
}

/** The comments `# mcpgen-ignore <rule>: <reason>` of a project, and what they ignore. */
export class Suppressions {
  readonly #byFile = new Map<string, Ignore[]>();
  readonly #mistakes: Diagnostic[] = [];

  static of(contract: Contract): Suppressions {
    const found = new Suppressions();
    const entries = [...contract.tools, ...contract.workflows, ...contract.shared].map(({ entry }) => entry);
    const docs = new Set([contract.project.doc, ...entries.map(({ origin }) => origin.doc)]);
    for (const doc of docs) for (const comment of doc.comments('mcpgen-ignore')) found.#add(doc, comment);
    return found;
  }

  /** Whether a comment ignores what the rule has found there. */
  cover(rule: RuleId, span: Span): boolean {
    const ignores = this.#byFile.get(span.file.path) ?? [];
    let isCovered = false;
    for (const ignore of ignores) {
      const { scope } = ignore;
      if (ignore.rule !== rule || scope === undefined || span.start < scope.start || span.start >= scope.end) continue;
      ignore.isUsed = true;
      isCovered = true;
    }
    return isCovered;
  }

  /** What is wrong with the comments, once all rules have run. A comment about a rule that is off may wait for it. */
  findings(active: ReadonlySet<RuleId>): Diagnostic[] {
    const unused = [...this.#byFile.values()].flat().filter((each) => !each.isUsed && active.has(each.rule));
    const findings = unused.map(({ rule, span }) =>
      diagnose('lint/unused-ignore', { rule }, { span, fix: [removeComment(span)] }),
    );
    return [...this.#mistakes, ...findings];
  }

  #add(doc: SourceDoc, { span, scope }: Comment): void {
    const text = doc.file.text.slice(span.start, span.end);
    const found = /^#+[ \t]*mcpgen-ignore(?![\w-])[ \t]*(?:lint\/)?([\w/-]*)[ \t]*:?[ \t]*(.*)$/.exec(text);
    if (found === null) return;
    const [, id = '', reason = ''] = found;
    const rule = rules.find((each) => each.id === id)?.id;
    if (rule === undefined) {
      const suggestion = didYouMean(
        id,
        rules.map((each) => each.id),
      );
      this.#mistakes.push(diagnose('lint/ignore-unknown-rule', { rule: id, suggestion }, { span }));
    } else if (reason.trim().length < leastReason) {
      this.#mistakes.push(diagnose('lint/ignore-without-reason', { rule, least: leastReason }, { span }));
    } else {
      const ignores = this.#byFile.get(doc.file.path) ?? [];
      this.#byFile.set(doc.file.path, ignores);
      ignores.push({ rule, span, scope, isUsed: false });
    }
  }
}

/** With the line that it is alone on, or else with the spaces before it. */
function removeComment({ file, start, end }: Span): TextEdit {
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start).trimEnd();
  if (before !== '') return { span: { file, start: lineStart + before.length, end }, replacement: '' };
  const lineEnd = text.indexOf('\n', end);
  return { span: { file, start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 }, replacement: '' };
}
