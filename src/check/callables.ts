import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import type { JsonObject } from '../json.js';
import type { CallableEntry, Manifests } from '../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../schema/resolve-schemas.js';

/** A tool or a workflow by what it takes and returns. */
export interface Callable {
  readonly entry: CallableEntry;
  /** Self-contained; undefined when it has an error of its own. */
  readonly input: JsonObject | undefined;
  /** The same; undefined also when none is declared. */
  readonly output: JsonObject | undefined;
}

/** All tools and workflows by name; the first of two of one name, since the other is reported. */
export function callablesOf({ tools, workflows }: Manifests, schemas: ResolvedSchemas): ReadonlyMap<string, Callable> {
  const found = new Map<string, Callable>();
  for (const entry of [...tools, ...workflows]) {
    if (found.has(entry.name)) continue;
    const [input, output] = [schemas.inputs.get(entry)?.schema, schemas.outputs.get(entry)?.schema];
    found.set(entry.name, { entry, input, output });
  }
  return found;
}

/** A step, a fallback or a compensation that runs what the contract does not have. */
export function unknownCallee(
  kind: 'tool' | 'workflow',
  name: string,
  span: Span,
  callables: ReadonlyMap<string, Callable>,
): Diagnostic {
  const names = [...callables.values()].flatMap(({ entry }) => (entry.kind === kind ? [entry.name] : []));
  return diagnose('workflow/unknown-callee', { kind, name, suggestion: didYouMean(name, names) }, { span });
}
