import type { FileReport } from '../../write/write-report.js';
import type { Diagnostic } from '../diagnostic.js';

/** What a command found and did: everything that a reporter prints. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly FileReport[];
  /** How many findings a person is shown: `limits.findings`. The other formats give all. */
  readonly shown?: number | undefined;
}
