import type { Project } from '../../config/project.js';
import type { ProjectPackage } from '../../config/read-package.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import { repetitions } from '../repetitions.js';
import { checkForm } from './check-form.js';
import { checkPackage } from './check-package.js';
import { checkResourceNeeds } from './check-resource-needs.js';
import { checkServices } from './check-services.js';
import { checkToolNeeds } from './check-tool-needs.js';
import { checkVariable } from './check-variable.js';
import { dependenciesIn, type PlacedDependency } from './place.js';

/**
 * `dependencies` of tools: names have their form and lead somewhere, nothing is needed twice or by itself, and mcpgen.yaml and
 * package.json provide what is needed. A project without a server only describes someone else's, so nothing of its own is asked.
 */
export function checkDependencies(
  manifests: Manifests,
  project: Pick<Project, 'environment' | 'doc' | 'targets'>,
  npm: ProjectPackage | undefined,
  deadline: Deadline,
): Diagnostic[] {
  const all = dependenciesIn(manifests);
  const isServed = project.targets.includes('server');
  return [
    ...checkRepetition(all),
    ...all.flatMap((each) => {
      deadline.check('checking the dependencies', each.tool.name);
      const malformed = checkForm(each);
      if (malformed.length > 0 || !isServed) return malformed;
      if (each.dependency.type === 'environment') return checkVariable(each, project);
      return each.dependency.type === 'package' && npm !== undefined ? checkPackage(each, npm) : [];
    }),
    ...checkToolNeeds(manifests, all, deadline),
    ...checkResourceNeeds(manifests, all),
    ...checkServices(all),
  ];
}

/** Whether package.json has to be read. */
export function needsPackages(manifests: Manifests, { targets }: Pick<Project, 'targets'>): boolean {
  return (
    targets.includes('server') && dependenciesIn(manifests).some(({ dependency }) => dependency.type === 'package')
  );
}

function checkRepetition(all: readonly PlacedDependency[]): Diagnostic[] {
  const keyOf = ({ tool: { origin }, dependency: { type, name } }: PlacedDependency) =>
    JSON.stringify([origin.doc.file.path, origin.path, type, name]);
  return repetitions(all, keyOf).map(({ entry, first }) => {
    const { type, name } = entry.dependency;
    const related = [{ message: 'it is listed here first', span: first.at('name') }];
    return diagnose('dependencies/duplicate', { type, name }, { span: entry.at('name'), related });
  });
}
