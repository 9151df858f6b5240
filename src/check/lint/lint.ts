import type { Project } from '../../config/project.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import type { BuildMemory } from '../../memory/build-memory.js';
import type { Model } from '../../model/model.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { viewContract } from './contract.js';
import { runRules } from './run-rules.js';

/** The lint stage: what is right, and could be better. Only for a contract without errors. */
export function lint(
  project: Project,
  manifests: Manifests,
  schemas: ResolvedSchemas,
  model: Model,
  deadline: Deadline,
  memory?: BuildMemory,
): Diagnostic[] {
  return runRules(viewContract(project, manifests, schemas, model), deadline, memory);
}
