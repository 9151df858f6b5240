import type { Limits } from '../limits/limits.js';
import type {
  CompatibilityMode,
  EnvironmentVariable,
  ProjectPaths,
  ServerIdentity,
  Target,
  ValidatorMode,
} from '../model/model.js';

/** mcpgen.yaml with its defaults filled in. */
export interface Project {
  readonly server: ServerIdentity;
  /** Folder of the manifests, relative to the project's root. */
  readonly manifests: string;
  readonly paths: ProjectPaths;
  readonly targets: readonly Target[];
  readonly environment: readonly EnvironmentVariable[];
  readonly validators: ValidatorMode;
  readonly compatibilityMode: CompatibilityMode;
  readonly limits: Limits;
}
