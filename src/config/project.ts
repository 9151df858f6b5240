import type { Limits } from '../limits/limits.js';
import type { AuthorizationModel } from '../model/authorization.js';
import type {
  Caching,
  CompatibilityMode,
  EnvironmentVariable,
  ProjectPaths,
  ServerIdentity,
  Target,
  ValidatorMode,
} from '../model/model.js';
import type { ProtocolModel } from '../model/protocol.js';
import type { SourceDoc } from '../source/source-doc.js';
import type { LintConfig } from './config.generated.js';

/** mcpgen.yaml with its defaults filled in. */
export interface Project {
  readonly server: ServerIdentity;
  /** Folder of the manifests, relative to the project's root. */
  readonly manifests: string;
  readonly paths: ProjectPaths;
  readonly targets: readonly Target[];
  readonly environment: readonly EnvironmentVariable[];
  readonly validators: ValidatorMode;
  /** Absent when it is not written. */
  readonly compatibilityMode?: CompatibilityMode;
  readonly protocol: ProtocolModel;
  /** Absent when nobody is asked who they are. */
  readonly authorization?: AuthorizationModel;
  readonly caching?: Caching;
  readonly pageSize?: number;
  readonly limits: Limits;
  readonly lint: LintConfig;
  /** mcpgen.yaml itself, for findings about what stands in it. */
  readonly doc: SourceDoc;
}
