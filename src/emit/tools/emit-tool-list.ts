import type { Model } from '../../model/model.js';
import { lines, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { stringLiteral } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { descriptorOf } from './names.js';

/**
 * `tools/index.ts`: all descriptors in the order in which they are served. Without `as const` the type checker would compare the types of
 * each two of them first.
 */
export function emitToolList(model: Model): EmittedFile {
  const imports = model.tools.map(
    (tool) => ts`import { ${descriptorOf(tool.names)} } from ${stringLiteral(`./${tool.names.file}.js`)};`,
  );
  const members = model.tools.map((tool) => ts`${descriptorOf(tool.names)},`);
  const all =
    members.length === 0
      ? ts`export const tools: readonly ToolDescriptor[] = [];`
      : ts`export const tools: readonly ToolDescriptor[] = [
  ${lines(members)}
] as const;`;
  return {
    path: `${model.paths.output}/tools/index.ts`,
    kind: 'generated',
    text: moduleText(
      [importTypes(['ToolDescriptor'], '../runtime/descriptor.js'), ...imports],
      lines(docComment('Every tool of the contract, in the order of the wire names.'), all),
    ),
  };
}
