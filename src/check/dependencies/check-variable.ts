import type { Project } from '../../config/project.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { isRequired, type PlacedDependency } from './place.js';

/** A needed variable is declared in mcpgen.yaml, and no server starts without it. One with a default is always there. */
export function checkVariable(
  needed: PlacedDependency,
  { environment, doc }: Pick<Project, 'environment' | 'doc'>,
): Diagnostic[] {
  const { name } = needed.dependency;
  const span = needed.at('name');
  const declared = environment.find((each) => each.name === name);
  if (declared === undefined) {
    const suggestion = didYouMean(
      name,
      environment.map((each) => each.name),
    );
    return [diagnose('dependencies/unknown', { type: 'environment', name, suggestion }, { span })];
  }
  if (!isRequired(needed) || declared.required || declared.default !== undefined) return [];
  const related = [{ message: 'it is optional here', span: doc.locate(['environment', name, 'required']) }];
  return [diagnose('dependencies/optional-variable', { name }, { span, related })];
}
