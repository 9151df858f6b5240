// Copied by mcpgen from its tested runtime. Do not edit.

/** A variable that the contract declares under `environment:`. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
  readonly secret?: boolean;
  readonly default?: string;
}

/** Where variables are read from: `process.env`, or an object in a test. */
export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

/** The values by name: a string where the variable is required or has a default. */
export type Environment<Variables extends readonly EnvironmentVariable[]> = {
  readonly [Variable in Variables[number] as Variable['name']]: Variable extends
    | { readonly required: true }
    | { readonly default: string }
    ? string
    : string | undefined;
};

/** Required variables are not set. The message names all of them, and no value of any. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly missing: readonly string[];

  constructor(missing: readonly EnvironmentVariable[]) {
    const lines = missing.map(({ name, description }) =>
      description === undefined ? name : `${name}: ${description}`,
    );
    super(`Required environment variables are not set:\n${lines.map((line) => `- ${line}`).join('\n')}`);
    this.missing = missing.map(({ name }) => name);
  }
}

/**
 * Reads the declared variables. One that is set to nothing counts as not set, since hosts pass on what a user left empty.
 * Throws an `EnvironmentError` that names all required ones that are missing.
 */
export function readEnvironment<const Variables extends readonly EnvironmentVariable[]>(
  variables: Variables,
  source: EnvironmentSource = ownEnvironment(),
): Environment<Variables> {
  const values = variables.map((variable) => [variable, source[variable.name] || variable.default] as const);
  const missing = values.filter(([variable, value]) => variable.required && value === undefined);
  if (missing.length > 0) throw new EnvironmentError(missing.map(([variable]) => variable));
  return Object.fromEntries(values.map(([{ name }, value]) => [name, value])) as Environment<Variables>;
}

/** Not every runtime that serves `fetch` has a process. */
function ownEnvironment(): EnvironmentSource {
  const { process } = globalThis as { readonly process?: { readonly env?: EnvironmentSource } };
  return process?.env ?? {};
}
