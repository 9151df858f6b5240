import type { SourceFile as Tree } from 'ts-morph';
import { SourceFile } from '../diagnostics/source-file.js';
import { type Code, paragraphs } from '../emit/code/code.js';
import { type Handled, handlerName, handlerTypeName } from './handled.js';
import { defaultHandler, freeName, handlerTypeImport, markerExport } from './handler-code.js';
import { type HandlerFile, inspectFile } from './inspect-file.js';

/**
 * Adds what an author's file lacks to implement something: its marker, such as `export const tool`, a default export with its type, or both. All of it, the
 * import of the type included, comes at the end, so that the old text is the beginning of the new one (see `EmittedFile`).
 * Nothing that the author can write makes this fail: it throws only when its own result is not what it should be.
 *
 * @param specifier how the file imports the generated module with the handler's type
 * @returns the whole new text
 */
export async function completeFile(file: HandlerFile, handled: Handled, specifier: string): Promise<string> {
  // The only use of ts-morph: it takes 300 ms to load, so that only happens when a file has to be completed.
  const { NewLineKind, Node, Project, SyntaxKind } = await import('ts-morph');
  const mark = file.source.text.startsWith('\ufeff') ? '\ufeff' : '';
  const old = file.source.text.slice(mark.length);
  // Whatever is inserted gets this line end.
  const newLineKind = old.includes('\r\n') ? NewLineKind.CarriageReturnLineFeed : NewLineKind.LineFeed;
  const manipulationSettings = { newLineKind };
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, manipulationSettings });
  const tree = project.createSourceFile('handler.ts', old);
  const names = new Set(
    tree
      .getDescendantsOfKind(SyntaxKind.Identifier)
      .filter((each) => {
        const parent = each.getParent();
        const isMember = Node.isPropertyAccessExpression(parent) || Node.isPropertyAssignment(parent);
        return !isMember || parent.getNameNode() !== each;
      })
      .map((each) => each.getText()),
  );
  const isTaken = (name: string): boolean => names.has(name);

  const added: Code[] = [];
  const { kind } = handled;
  if (file.markers[kind] === undefined) {
    added.push(markerExport(handled, isTaken(kind) ? freeName(`${kind}Name`, isTaken) : kind));
  }
  if (!file.hasDefault) {
    const imported = importedName(tree, handlerTypeName(handled), specifier);
    const type = imported ?? freeName(handlerTypeName(handled), isTaken);
    const name = freeName(handlerName(handled), (each) => isTaken(each) || each === type || each === kind);
    if (imported === undefined) added.unshift(handlerTypeImport(handled, type, specifier));
    added.push(defaultHandler(handled, name, type));
  }
  tree.insertText(old.length, `${gapAfter(old)}${paragraphs(added).text}\n`);

  const text = mark + tree.getFullText();
  verify(file.source, text, handled);
  return text;
}

/** What the file calls the tool's handler type, if it imports that already. */
function importedName(tree: Tree, type: string, specifier: string): string | undefined {
  for (const each of tree.getImportDeclarations()) {
    if (each.getModuleSpecifierValue() !== specifier) continue;
    const named = each.getNamedImports().find((one) => one.getName() === type);
    if (named !== undefined) return named.getAliasNode()?.getText() ?? type;
  }
  return undefined;
}

function gapAfter(text: string): string {
  if (text === '' || /\n\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

function verify(old: SourceFile, text: string, { kind, model }: Handled): void {
  const completed = inspectFile(new SourceFile(old.path, text));
  if ('problem' in completed) throw new Error(`completing ${old.path} broke it: ${completed.problem}`);
  const marker = completed.markers[kind];
  const says = marker?.kind === 'literal' && marker.name === model.name;
  if (!says || !completed.hasDefault) throw new Error(`completing ${old.path} did not make it implement ${model.name}`);
  if (!text.startsWith(old.text)) throw new Error(`completing ${old.path} changed what the author wrote`);
}
