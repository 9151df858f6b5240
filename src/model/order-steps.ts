import type { SideEffect, WorkflowDeclaration, WorkflowStep } from '../manifest/manifest.generated.js';
import { changesSomething } from '../runtime/effects.js';
import type { ToolModel } from './model.js';
import { originOf } from './workflow-reference.js';

/** How a step behaves beside others. */
interface Behaviour {
  readonly parallelizable: boolean;
  /** Scopes that it changes. */
  readonly changes: ReadonlySet<string>;
  /** It says of itself that it changes nothing. */
  readonly isReadOnly: boolean;
}

/** How each tool and workflow behaves, by its name. */
export type Conduct = ReadonlyMap<string, Behaviour>;

/** A workflow is parallelizable when all its steps are, and changes what any of them may change. */
export function conductOf(tools: readonly ToolModel[], workflows: readonly WorkflowDeclaration[]): Conduct {
  const known = new Map<string, Behaviour>();
  for (const { name, composition, semantics } of tools) {
    const changing = (semantics?.side_effects ?? []).filter(changesSomething);
    known.set(name, {
      parallelizable: composition?.parallelizable ?? false,
      changes: new Set(changing.map((each: SideEffect) => each.scope)),
      isReadOnly: semantics !== undefined && changing.length === 0,
    });
  }
  const byId = new Map(workflows.map((each) => [each.id, each]));
  const visit = (name: string): Behaviour => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const parts = (byId.get(name)?.steps ?? []).flatMap(namesOf).map(visit);
    const behaviour = {
      parallelizable: parts.every((each) => each.parallelizable),
      changes: new Set(parts.flatMap((each) => [...each.changes])),
      isReadOnly: parts.every((each) => each.isReadOnly),
    };
    known.set(name, behaviour);
    return behaviour;
  };
  for (const { id } of workflows) visit(id);
  return known;
}

/** Whether nothing that the step may call changes anything, so that there is nothing to undo. */
export function isReadOnly(step: WorkflowStep, conduct: Conduct): boolean {
  return namesOf(step).every((name) => conduct.get(name)?.isReadOnly === true);
}

/** Everything that the step may call. */
function namesOf({ tool, workflow, error_handling }: WorkflowStep): string[] {
  return [tool, workflow, error_handling?.tool].filter((each) => each !== undefined);
}

/**
 * For each step the earlier ones that it waits for: those whose results it uses, those it names in `after`, and those beside which
 * it must not run, since one of the two is not parallelizable or both change one thing. Without those that another one waits for.
 */
export function orderSteps(steps: readonly WorkflowStep[], conduct: Conduct): string[][] {
  const places = new Map<string, number>();
  const ancestors: Set<number>[] = [];
  return steps.map((step, index) => {
    const direct = new Set(sourcesOf(step).flatMap((name) => places.get(name) ?? []));
    for (let other = 0; other < index; other++) if (mustNotMeet(step, steps[other], conduct)) direct.add(other);
    const behind = new Set([...direct].flatMap((each) => [...(ancestors[each] ?? [])]));
    ancestors.push(new Set([...direct, ...behind]));
    places.set(step.id, index);
    for (const { to } of step.outputs ?? []) places.set(to, index);
    return [...direct]
      .filter((each) => !behind.has(each))
      .sort((a, b) => a - b)
      .map((each) => steps[each]?.id ?? '');
  });
}

/** Names that the step refers to: of steps, and of parts of their results. */
export function sourcesOf({ inputs = [], conditions = [], after = [], error_handling }: WorkflowStep): string[] {
  const mappings = [...inputs, ...(error_handling?.inputs ?? [])];
  const references = [...mappings.map((each) => each.from), ...conditions.map(({ parameters }) => parameters['from'])];
  return [...references.flatMap((each) => (typeof each === 'string' ? [originOf(each)] : [])), ...after];
}

function mustNotMeet(one: WorkflowStep, other: WorkflowStep | undefined, conduct: Conduct): boolean {
  if (other === undefined) return false;
  const [first, second] = [one, other].map((step) => namesOf(step).flatMap((name) => conduct.get(name) ?? []));
  const all = [...(first ?? []), ...(second ?? [])];
  if (!all.every((each) => each.parallelizable)) return true;
  return (first ?? []).some((a) => (second ?? []).some((b) => [...a.changes].some((scope) => b.changes.has(scope))));
}
