import type { ProjectPackage } from '../../config/read-package.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import type { Model } from '../../model/model.js';
import { hasRetries, usedWorkflows } from '../../model/used-workflows.js';

/** What generated code tries again with. */
export const retryPackage = 'cockatiel';

/** Whether generated code may need the package: where package.json is not asked for in vain. */
export function mayNeedRetryPackage({ workflows }: Manifests): boolean {
  return workflows.some(({ declaration }) => declaration.steps.some((step) => step.retry_policy !== undefined));
}

/** A contract whose workflows try again makes the project need a package. Reported once, at the first step that does. */
export function checkRetryPackage(
  model: Model,
  { workflows }: Manifests,
  npm: Pick<ProjectPackage, 'declared'> | undefined,
): Diagnostic[] {
  if (npm === undefined || npm.declared.has(retryPackage)) return [];
  const used = new Set(
    usedWorkflows(model)
      .filter(hasRetries)
      .map(({ id }) => id),
  );
  for (const { name, declaration, origin } of workflows) {
    const step = used.has(name) ? declaration.steps.findIndex((each) => each.retry_policy !== undefined) : -1;
    if (step === -1) continue;
    const span = origin.doc.locate([...origin.path, 'steps', step, 'retry_policy'], 'key');
    return [diagnose('workflow/no-retry-package', { name: retryPackage }, { span })];
  }
  return [];
}
