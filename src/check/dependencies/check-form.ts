import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isRange } from '../../versions/ranges.js';
import type { PlacedDependency } from './place.js';

/** The form of names, by what they name; tools, variables and resources are looked up, which says more. */
const forms: Readonly<Record<string, { matches: (name: string) => boolean; problem: string; help: string }>> = {
  service: {
    matches: (name) => /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(name),
    problem: 'is not a letter followed by letters, digits, `_`, `-` and `.`, at most 64 in all',
    help: 'choose a short name, such as `ticket_store`; an address belongs in the environment',
  },
  package: {
    matches: (name) => name.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name),
    problem: 'is not `name` or `@scope/name` in lower case',
    help: 'write the name that npm knows, such as `undici`; the versions belong in `version`',
  },
};

/** The name and the version of one dependency by themselves. */
export function checkForm({ dependency, at }: PlacedDependency): Diagnostic[] {
  const { type, name, version } = dependency;
  const diagnostics: Diagnostic[] = [];
  const form = forms[type];
  if (form !== undefined && !form.matches(name)) {
    const { problem, help } = form;
    diagnostics.push(diagnose('dependencies/name', { type, name, problem, help }, { span: at('name') }));
  }
  const refuse = (problem: string, help: string) =>
    diagnostics.push(
      diagnose('dependencies/version', { version: version ?? '', problem, help }, { span: at('version') }),
    );
  if (version === undefined) return diagnostics;
  if (type !== 'package') refuse(`is that of a ${type}, and only packages have one`, 'remove it');
  else if (!isRange(version)) refuse('is no range of versions', 'write it as npm does, such as `^4.2.0`');
  return diagnostics;
}
