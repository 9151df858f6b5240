/**
 * mcpgen as a library: the pipeline without the command line. Nothing here prints, reads `process`, or writes by itself.
 */
export { type Analysis, analyse, type Compilation, compile } from './compile.js';
export { type DiagnosticCode, diagnosticCodes } from './diagnostics/catalogue.js';
export type { Diagnostic, RelatedSpan, Severity, Span } from './diagnostics/diagnostic.js';
export type { EmittedFile } from './emit/emitted-file.js';
export { type Host, HostError } from './host/host.js';
export { createMemoryHost } from './host/memory-host.js';
export { createNodeHost } from './host/node-host.js';
export type { Model, ToolModel } from './model/model.js';
export { checkOutput, type WriteReport } from './write/check-output.js';
export type { OutputPlan, OutputRequest } from './write/output-plan.js';
export { planOutput } from './write/plan-output.js';
export { writeOutput } from './write/write-output.js';
export type { FileReport } from './write/write-report.js';
