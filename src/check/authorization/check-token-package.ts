import type { Project } from '../../config/project.js';
import type { ProjectPackage } from '../../config/read-package.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** What generated code verifies signed tokens with. */
export const tokenPackage = 'jose';

/** Whether generated code imports the package: where package.json is not asked for in vain. */
export function needsTokenPackage({ authorization, targets }: Pick<Project, 'authorization' | 'targets'>): boolean {
  return authorization?.tokens === 'jwt' && targets.includes('server');
}

/** A server that verifies signed tokens makes the project need a package. */
export function checkTokenPackage(
  project: Pick<Project, 'authorization' | 'targets' | 'doc'>,
  npm: Pick<ProjectPackage, 'declared'> | undefined,
): Diagnostic[] {
  if (npm === undefined || npm.declared.has(tokenPackage) || !needsTokenPackage(project)) return [];
  const span = project.doc.locate(['authorization'], 'key');
  return [diagnose('authorization/no-token-package', { name: tokenPackage }, { span })];
}
