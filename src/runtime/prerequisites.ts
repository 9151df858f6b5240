import { env } from 'node:process';
import type { Environment, EnvironmentSource, EnvironmentVariable } from './environment.js';
import { logLine } from './failure.js';
import { installedVersion } from './installed-version.js';
import { isInRange, type VersionRange } from './version-range.js';

/** Something that tools of the contract depend on: `Dependency` of Enhanced MCP 2.0. */
export interface Need {
  readonly name: string;
  /** Without it the server does not start; otherwise its absence is only logged. */
  readonly required: boolean;
  /** Names of tools. */
  readonly neededBy: readonly string[];
  readonly description?: string;
}

/** An npm package. `version` is for people, `range` the same for `isInRange`. */
export interface PackageNeed extends Need {
  readonly version?: string;
  readonly range?: VersionRange;
}

/** What must be there when a server starts, as the contract says. */
export interface PrerequisiteDefinition<
  Variables extends readonly EnvironmentVariable[] = readonly EnvironmentVariable[],
> {
  /** Whose log lines they are. */
  readonly server: string;
  /** All variables of mcpgen.yaml, and what tools say about them. */
  readonly environment: Variables;
  readonly variables: readonly Need[];
  readonly packages: readonly PackageNeed[];
  readonly services: readonly Need[];
}

/**
 * Finds out whether a service answers: resolves when it does, and throws what is wrong when it does not. `environment` has the
 * variables of the contract, as far as they are set.
 */
export type Probe<Variable extends string = string> = (
  signal: AbortSignal,
  environment: Readonly<Record<Variable, string | undefined>>,
) => unknown;

/** `unchecked` says that nobody looks for the service; then a line of the log does at every start. */
export type ServiceCheck<Variable extends string = string> = Probe<Variable> | 'unchecked';

export interface PrerequisiteOptions {
  /** Where the contract's variables are looked for. Default: `process.env`. */
  readonly environment?: EnvironmentSource | undefined;
  /** How long services have to answer. Default: 10 seconds. */
  readonly timeoutMs?: number | undefined;
}

/** One thing that is not there. */
export interface MissingPrerequisite {
  readonly type: 'environment' | 'package' | 'service';
  readonly name: string;
  readonly required: boolean;
  readonly neededBy: readonly string[];
  /** What is wrong and how to mend it, in one line. */
  readonly problem: string;
}

/** Something that the contract needs is missing. The message names all of it, and no value of any variable. */
export class PrerequisiteError extends Error {
  override readonly name = 'PrerequisiteError';

  constructor(readonly missing: readonly MissingPrerequisite[]) {
    super(`The server cannot start. Missing:\n${missing.map((each) => `- ${describe(each)}`).join('\n')}`);
  }
}

/** The proof that everything is there which the contract requires. Made by `checkPrerequisites`. */
export class Prerequisites<Values = unknown> {
  readonly #definition: PrerequisiteDefinition;

  private constructor(
    definition: PrerequisiteDefinition,
    /** The values of the declared variables. */
    readonly environment: Values,
  ) {
    this.#definition = definition;
  }

  /**
   * Looks for everything at once: variables, packages, and services by their probes. Rejects with a `PrerequisiteError` that names
   * all that is missing; what is not required is only logged.
   */
  static async check<const Variables extends readonly EnvironmentVariable[]>(
    definition: PrerequisiteDefinition<Variables>,
    checks: Readonly<Record<string, ServiceCheck<Variables[number]['name']> | undefined>>,
    options: PrerequisiteOptions = {},
  ): Promise<Prerequisites<Environment<Variables>>> {
    const values = readValues(definition.environment, options.environment);
    const environment: Readonly<Record<string, string | undefined>> = Object.fromEntries(values);
    const found = definition.services.map((need) => {
      const given = Object.hasOwn(checks, need.name) ? checks[need.name] : undefined;
      const check = given ?? (need.required ? undefined : 'unchecked');
      const look =
        typeof check === 'function'
          ? (signal: AbortSignal) => check(signal, environment as Settings<Variables>)
          : check;
      return lookForService(need, look, options.timeoutMs ?? 10_000);
    });
    settle(definition, [...findMissing(definition, values), ...(await Promise.all(found)).flat()]);
    return new Prerequisites(definition, environment as Environment<Variables>);
  }

  /**
   * For a server that is being made: what `check` has returned for its contract, or else a look for all but the services, which would
   * take time. Throws a `PrerequisiteError`, and a `TypeError` for anything else in the place of a proof.
   */
  static ensure(definition: PrerequisiteDefinition, given: unknown, source?: EnvironmentSource): void {
    if (given === undefined) {
      const unchecked = definition.services.map((need) => uncheckedService(need));
      settle(definition, [...findMissing(definition, readValues(definition.environment, source)), ...unchecked]);
      return;
    }
    if (typeof given === 'object' && given !== null && #definition in given && given.#definition === definition) return;
    throw new TypeError('`prerequisites` is not what `await checkPrerequisites(...)` returned');
  }
}

/** The declared variables, as far as they are set. */
type Settings<Variables extends readonly EnvironmentVariable[]> = Readonly<
  Record<Variables[number]['name'], string | undefined>
>;

type Values = ReadonlyMap<string, string | undefined>;

/** One that is set to nothing counts as not set, as in `readEnvironment`. */
function readValues(variables: readonly EnvironmentVariable[], source: EnvironmentSource = env): Values {
  return new Map(variables.map((each) => [each.name, source[each.name] || each.default]));
}

function findMissing(definition: PrerequisiteDefinition, values: Values): MissingPrerequisite[] {
  const needs = new Map(definition.variables.map((need) => [need.name, need]));
  const variables = definition.environment.flatMap(({ name, required, description }): MissingPrerequisite[] => {
    const need = needs.get(name);
    if (values.get(name) !== undefined || (!required && need === undefined)) return [];
    const about = need?.description ?? description;
    const problem = `it is not set${about === undefined ? '' : ` (${about})`}; set it in the environment of the server`;
    return [{ type: 'environment', name, required, neededBy: need?.neededBy ?? [], problem }];
  });
  return [...variables, ...definition.packages.flatMap(findMissingPackage)];
}

function findMissingPackage({ name, version, range, ...need }: PackageNeed): MissingPrerequisite[] {
  const installed = installedVersion(name);
  if (installed !== undefined && (range === undefined || isInRange(installed, range))) return [];
  const wanted = version === undefined ? name : `${name}@${version}`;
  const found =
    installed === undefined ? 'it is not installed' : `version ${installed || '(none)'} is installed, not ${version}`;
  const problem = `${found}; run \`npm install ${version === undefined ? wanted : JSON.stringify(wanted)}\``;
  return [{ type: 'package', name, required: need.required, neededBy: need.neededBy, problem }];
}

async function lookForService(
  need: Need,
  look: ((signal: AbortSignal) => unknown) | 'unchecked' | undefined,
  timeoutMs: number,
): Promise<MissingPrerequisite[]> {
  const { name, required, neededBy, description } = need;
  const report = (problem: string): MissingPrerequisite[] => [{ type: 'service', name, required, neededBy, problem }];
  if (look === 'unchecked') return [uncheckedService(need)];
  if (look === undefined) return report(howToCheck);
  const aborting = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`it does not answer within ${timeoutMs} ms`));
      aborting.abort();
    }, timeoutMs);
  });
  try {
    await Promise.race([Promise.resolve(aborting.signal).then(look), late]);
    return [];
  } catch (error) {
    return report(reasonOf(error) + (description === undefined ? '' : ` (${description})`));
  } finally {
    clearTimeout(timer);
  }
}

const howToCheck = 'nobody looks for it; give `checkPrerequisites` a function that does';

/** Nobody knows whether it is there, which is no reason not to start. */
function uncheckedService({ name, neededBy }: Need): MissingPrerequisite {
  return { type: 'service', name, required: false, neededBy, problem: howToCheck };
}

/** In one line; of an error of the network what is behind it, since "fetch failed" helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return oneLine(String(error));
  const own = error.message || ('code' in error ? String(error.code) : error.name);
  const { cause } = error;
  const behind = cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : '') : '';
  return oneLine(behind === '' ? own : `${own}: ${behind}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Logs what is not required, and throws what is. */
function settle({ server }: PrerequisiteDefinition, missing: readonly MissingPrerequisite[]): void {
  const fatal = missing.filter((each) => each.required);
  if (fatal.length > 0) throw new PrerequisiteError(fatal);
  for (const each of missing) logLine(server, `starts without ${describe(each)}`);
}

const kinds = { environment: 'environment variable', package: 'package', service: 'service' } as const;

function describe({ type, name, neededBy, problem }: MissingPrerequisite): string {
  const tools = neededBy.length === 0 ? '' : `, for ${neededBy.join(', ')}`;
  return `${kinds[type]} ${name}${tools}: ${problem}`;
}
