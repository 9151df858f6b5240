import { checkAsks } from './check/ask/check-asks.js';
import { checkAuthorization } from './check/authorization/check-authorization.js';
import { checkTokenPackage, needsTokenPackage } from './check/authorization/check-token-package.js';
import { checkNames } from './check/check-names.js';
import { checkOffers } from './check/check-offers.js';
import { checkPrompts } from './check/check-prompts.js';
import { checkTasks } from './check/check-tasks.js';
import { checkTexts } from './check/check-texts.js';
import { checkTools } from './check/check-tools.js';
import { checkValues } from './check/check-values.js';
import { checkComposition } from './check/composition/check-composition.js';
import { checkDependencies, needsPackages } from './check/dependencies/check-dependencies.js';
import { checkExamples } from './check/examples/check-examples.js';
import { lint } from './check/lint/lint.js';
import { checkCaching } from './check/protocol/check-caching.js';
import { checkHeaders } from './check/protocol/check-headers.js';
import { checkLists } from './check/protocol/check-lists.js';
import { checkProtocol } from './check/protocol/check-protocol.js';
import { checkResources } from './check/resources/check-resources.js';
import { checkSemantics } from './check/semantics/check-semantics.js';
import { checkRetryPackage, mayNeedRetryPackage } from './check/workflows/check-retry-package.js';
import { checkWorkflows } from './check/workflows/check-workflows.js';
import type { Project } from './config/project.js';
import { readConfig } from './config/read-config.js';
import { readPackage } from './config/read-package.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { assertWellFormed } from './emit/code/gate.js';
import { EmitMemory } from './emit/emit-memory.js';
import type { EmittedFile } from './emit/emitted-file.js';
import { emitModel } from './emit-model.js';
import { emitHandlerBindings } from './handlers/emit-bindings.js';
import { planHandlers } from './handlers/plan-handlers.js';
import type { Host } from './host/host.js';
import { type Clock, Deadline, deadlineFinding, noDeadline, systemClock, type Watch } from './limits/deadline.js';
import { type Manifests, readManifests } from './manifest/read-manifests.js';
import type { BuildMemory } from './memory/build-memory.js';
import { buildModel } from './model/build-model.js';
import type { Model } from './model/model.js';
import { resolveSchemas } from './schema/resolve-schemas.js';
import { loadSources } from './source/load-sources.js';
import type { ParseFiles } from './source/parse-files.js';
import { parseRemembered } from './source/parse-remembered.js';

/** What a check gives: findings, and the model when none of them is an error. */
export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  /** Present once mcpgen.yaml was readable. */
  readonly project?: Project;
  readonly model?: Model;
}

/** A contract, compiled: every file that belongs on disk, none of them written yet. */
export interface Compilation extends Analysis {
  readonly files?: readonly EmittedFile[];
  /** Handler files that implement no tool of the contract. */
  readonly kept?: readonly string[];
}

/**
 * The front half: from mcpgen.yaml and the manifests to the model. Reads through the host, writes nothing. A contract that takes
 * longer than `limits.seconds` ends in a finding.
 */
export function analyse(host: Host, options: AnalysisOptions = {}): Analysis {
  return analyseUntil(host, options).analysis;
}

export interface AnalysisOptions {
  readonly clock?: Clock;
  readonly watch?: Watch | undefined;
  /** What earlier builds of the project have found out: is used, and added to. */
  readonly memory?: BuildMemory | undefined;
  /** Parses the manifests; here, one after the other, when it is not given. */
  readonly parse?: ParseFiles | undefined;
}

export interface CompileOptions extends AnalysisOptions {
  /**
   * Begins to emit a model, while its lint goes on here; undefined when that would not pay. It does what `emitModel` does, in at most
   * so many seconds; `unknown` tools are not remembered.
   */
  readonly emitElsewhere?:
    | ((model: Model, seconds: number, unknown: number) => Promise<readonly EmittedFile[]> | undefined)
    | undefined;
}

/** The whole way from mcpgen.yaml to the files that belong on disk. Writing them is the caller's affair: see write/. */
export async function compile(host: Host, options: CompileOptions = {}): Promise<Compilation> {
  const known = options.memory && new EmitMemory(options.memory);
  let elsewhere: Promise<readonly EmittedFile[]> | undefined;
  const { analysis, deadline } = analyseUntil(host, options, (model, left) => {
    elsewhere = options.emitElsewhere?.(model, left, known?.countUnknown(model) ?? model.tools.length);
  });
  const { model } = analysis;
  if (model === undefined) return analysis;
  try {
    const emitted = async () => {
      if (elsewhere !== undefined) deadline.check('waiting for what is emitted elsewhere');
      const files = await (elsewhere ?? emitModel(model, deadline, known));
      known?.remember(model, files);
      return files;
    };
    return await emitAll(host, analysis, model, emitted, deadline, options.memory);
  } catch (error) {
    return { ...analysis, diagnostics: [...analysis.diagnostics, deadlineFinding(error)] };
  }
}

type OnModel = (model: Model, secondsLeft: number) => void;

function analyseUntil(
  host: Host,
  { clock = systemClock, watch, memory, parse }: AnalysisOptions,
  onModel: OnModel = () => {},
): { analysis: Analysis; deadline: Deadline } {
  const start = clock();
  const config = readConfig(host);
  if (!config.ok) return { analysis: { diagnostics: config.diagnostics }, deadline: noDeadline };
  const project = config.value;
  const deadline = new Deadline(project.limits.seconds, clock, start, watch);
  const diagnostics = [...config.diagnostics];
  try {
    const model = check(host, project, diagnostics, deadline, { memory, parse }, onModel);
    return { analysis: { diagnostics, project, ...(model === undefined ? {} : { model }) }, deadline };
  } catch (error) {
    return { analysis: { diagnostics: [...diagnostics, deadlineFinding(error)], project }, deadline };
  }
}

/** Adds to the findings; gives the model when none of them is an error. */
function check(
  host: Host,
  project: Project,
  diagnostics: Diagnostic[],
  deadline: Deadline,
  { memory, parse }: Pick<AnalysisOptions, 'memory' | 'parse'>,
  onModel: OnModel,
): Model | undefined {
  const { manifests: folder, limits } = project;
  diagnostics.push(...checkProtocol(project));
  const sources = loadSources(host, folder, limits, deadline, memory ? parseRemembered(memory, parse) : parse);
  const { manifests, diagnostics: found } = readManifests(sources.docs, limits, deadline, memory);
  diagnostics.push(...sources.diagnostics, ...found);
  // What a name leads to can be told once every declaration could be read.
  const isComplete = !hasErrors([...sources.diagnostics, ...found]);
  diagnostics.push(...checkNames(manifests), ...checkTools(manifests, limits), ...checkValues(manifests, limits));
  diagnostics.push(
    ...checkOffers(manifests, limits),
    ...checkResources(manifests, deadline),
    ...checkPrompts(manifests),
  );
  diagnostics.push(
    ...checkTexts(manifests, deadline, memory),
    ...checkSemantics(manifests),
    ...checkAsks(manifests, project.protocol),
    ...checkTasks(manifests),
  );
  const resolved = resolveSchemas(manifests, folder, limits, deadline, memory);
  diagnostics.push(...resolved.diagnostics, ...checkExamples(manifests, resolved.schemas, deadline));
  const packages = readPackages(host, manifests, project);
  diagnostics.push(...packages.diagnostics);
  diagnostics.push(...checkAuthorization(project, manifests));
  if (isComplete) {
    diagnostics.push(...checkDependencies(manifests, project, packages.project, deadline));
    diagnostics.push(...checkComposition(manifests, resolved.schemas, deadline));
    diagnostics.push(...checkWorkflows(manifests, resolved.schemas, deadline));
  }
  if (hasErrors(diagnostics)) return undefined;
  deadline.check('building the model');
  const model = buildModel(project, manifests, resolved.schemas);
  onModel(model, deadline.secondsLeft());
  diagnostics.push(...lint(project, manifests, resolved.schemas, model, deadline, memory));
  diagnostics.push(...checkLists(project, model), ...checkHeaders(manifests, resolved.schemas));
  diagnostics.push(...checkTokenPackage(project, packages.project));
  diagnostics.push(...checkCaching(project, model));
  diagnostics.push(...checkRetryPackage(model, manifests, packages.project));
  return hasErrors(diagnostics) ? undefined : model;
}

/** What package.json asks for, if the contract needs to know. */
function readPackages(host: Host, manifests: Manifests, project: Project): ReturnType<typeof readPackage> {
  const isAsked = needsPackages(manifests, project) || mayNeedRetryPackage(manifests) || needsTokenPackage(project);
  return isAsked ? readPackage(host) : { project: undefined, diagnostics: [] };
}

async function emitAll(
  host: Host,
  analysis: Analysis,
  model: Model,
  emitted: () => Promise<readonly EmittedFile[]>,
  deadline: Deadline,
  memory: BuildMemory | undefined,
): Promise<Compilation> {
  const diagnostics = [...analysis.diagnostics];
  const files: EmittedFile[] = [];
  let kept: readonly string[] = [];
  if (model.targets.includes('server')) {
    deadline.check('planning the handlers');
    const handlers = await planHandlers(host, model, memory);
    diagnostics.push(...handlers.diagnostics);
    if (!handlers.ok) return { ...analysis, diagnostics };
    const ours = [...handlers.value.files, emitHandlerBindings(model, handlers.value.bindings)];
    assertWellFormed(ours);
    files.push(...ours);
    kept = handlers.value.kept;
  }
  files.push(...(await emitted()));
  return { ...analysis, diagnostics, files, kept };
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error');
}
