import type { lintRuleEntries } from '../../diagnostics/catalogue/lint.js';
import type { RelatedSpan, Severity, Span, TextEdit } from '../../diagnostics/diagnostic.js';
import type { Contract } from './contract.js';

type IdOf<Code> = Code extends `lint/${infer Id}` ? Id : never;

/** The name of a rule in mcpgen.yaml and in comments; the code of its findings is `lint/<id>`. */
export type RuleId = IdOf<keyof typeof lintRuleEntries>;

/** How much a rule's findings matter; a rule that is `off` does not run. */
export type Level = 'off' | Severity;

export type Ruleset = 'recommended' | 'strict';

/**
 * What a finding of a rule follows from. `tool`: from one tool with the shared schemas that it refers to, or from one shared schema
 * or workflow, so that a tool that has not changed need not be looked at again. `contract`: from several of them, or from all.
 */
export type Scope = 'tool' | 'contract';

/** One thing that a rule has to say. Only what starts with `message` is required. */
export interface Finding {
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  readonly span: Span;
  /** How to mend it. */
  readonly help?: string;
  readonly related?: readonly RelatedSpan[];
  /** Only where the mend is certain: the contract says the same afterwards, only better. */
  readonly fix?: readonly TextEdit[];
}

/** A setting of a rule in mcpgen.yaml. */
export type OptionSpec =
  | { readonly type: 'integer'; readonly description: string; readonly default: number; readonly minimum: number }
  | { readonly type: 'strings'; readonly description: string; readonly default: readonly string[] };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValues<Options extends OptionSpecs> = {
  readonly [Name in keyof Options]: Options[Name]['type'] extends 'integer' ? number : readonly string[];
};

interface Definition<Options extends OptionSpecs> {
  readonly id: RuleId;
  /** What it asks for, in a sentence with a full stop. */
  readonly summary: string;
  readonly scope: Scope;
  readonly levels: Readonly<Record<Ruleset, Level>>;
  readonly options?: Options;
  /** Whether some of its findings carry a fix. */
  readonly isFixable?: boolean;
  /** Runs over a contract without errors, or over each of its parts when its scope is `tool`. Yields its findings in any order. */
  readonly check: (contract: Contract, options: OptionValues<Options>) => Iterable<Finding>;
}

/** A rule as the runner knows it: what its author gave, with the options filled in by the runner. */
export interface Rule {
  readonly id: RuleId;
  readonly summary: string;
  readonly scope: Scope;
  readonly levels: Readonly<Record<Ruleset, Level>>;
  readonly options: OptionSpecs;
  readonly isFixable: boolean;
  /** `options` are those of mcpgen.yaml, already held against its JSON Schema. */
  readonly check: (contract: Contract, options: Readonly<Record<string, unknown>>) => Iterable<Finding>;
}

/** The one way to make a rule: its options are typed by their table, and their defaults are filled in. */
export function defineRule<const Options extends OptionSpecs = Record<never, never>>(
  definition: Definition<Options>,
): Rule {
  const { id, summary, scope, levels, options, isFixable = false, check } = definition;
  const specs: OptionSpecs = options ?? {};
  const defaults = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
  return {
    ...{ id, summary, scope, levels, isFixable },
    options: specs,
    check: (contract, given) => check(contract, { ...defaults, ...given } as OptionValues<Options>),
  };
}
