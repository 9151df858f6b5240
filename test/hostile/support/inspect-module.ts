import ts from 'typescript';
import { canary } from './corpus.js';

/** What is wrong with the text of an emitted module: it does not parse, or holds the canary where code is. */
export function faultsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
  };
  const faults = file.parseDiagnostics.map((each) => ts.flattenDiagnosticMessageText(each.messageText, ' '));
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isLiteralTypeNode(node);
    // Names, private names, JSX and regular expressions; strings and comments may hold what they like.
    if (node.getChildCount(file) === 0 && !isText && node.getText(file).includes(canary)) {
      faults.push(`${ts.SyntaxKind[node.kind]} holds the canary`);
    }
    if (ts.isTemplateSpan(node) && node.getText(file).includes(canary)) faults.push('a template evaluates the canary');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults.map((fault) => `${path}: ${fault}`);
}
