import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifests } from '../manifest/read-manifests.js';
import { repetitions } from './repetitions.js';

/** Arguments of a prompt have names of their own, none of which JavaScript owns. */
export function checkPrompts({ prompts }: Manifests): Diagnostic[] {
  return prompts.flatMap(({ declaration, origin }) => {
    const placed = (declaration.arguments ?? []).map(({ name }, index) => ({
      name,
      span: origin.doc.locate([...origin.path, 'arguments', index, 'name']),
    }));
    return [
      ...repetitions(placed, ({ name }) => name).map(({ entry: { name, span }, first }) => {
        const related = [{ message: 'it is declared here first', span: first.span }];
        return diagnose('prompts/duplicate-argument', { argument: name }, { span, related });
      }),
      ...placed.flatMap(({ name, span }) =>
        name in Object.prototype ? [diagnose('names/reserved', { name }, { span })] : [],
      ),
    ];
  });
}
