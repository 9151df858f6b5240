import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { Performance } from '../../manifest/manifest.generated.js';
import type { Manifests, ToolEntry } from '../../manifest/read-manifests.js';
import { checkAnnotations } from './check-annotations.js';
import { checkRepeated } from './check-repeated.js';

/** What tools say about their meaning and their cost, held against itself. */
export function checkSemantics({ tools }: Manifests): Diagnostic[] {
  return tools.flatMap((tool) => [...checkAnnotations(tool), ...checkLatencies(tool), ...checkRepetition(tool)]);
}

const latencies = [
  'latency_p50_ms',
  'latency_p95_ms',
  'latency_p99_ms',
] as const satisfies readonly (keyof Performance)[];

function checkLatencies({ declaration, origin }: ToolEntry): Diagnostic[] {
  const { performance } = declaration;
  const known = latencies.flatMap((name) => {
    const value = performance?.[name];
    return value === undefined ? [] : [{ name, value }];
  });
  return known.slice(1).flatMap(({ name: upper, value: high }, index) => {
    const { name: lower = upper, value: low = high } = known[index] ?? {};
    if (low <= high) return [];
    const span = origin.doc.locate([...origin.path, 'performance', upper]);
    const related = [{ message: 'the other one', span: origin.doc.locate([...origin.path, 'performance', lower]) }];
    return [diagnose('semantics/latencies-out-of-order', { lower, upper, low, high }, { span, related })];
  });
}

/** Lists that are sets. */
function checkRepetition({ declaration, origin }: ToolEntry): Diagnostic[] {
  const { semantics } = declaration;
  const repeated = (what: string, path: JsonPath, values: readonly string[]) =>
    checkRepeated(what, values, (index) => origin.doc.locate([...origin.path, ...path, index]));
  const effects = (semantics?.side_effects ?? []).map(({ type, scope }) => `${type} of ${scope}`);
  return [
    ...repeated('category', ['semantics', 'categories'], semantics?.categories ?? []),
    ...repeated(
      'capability',
      ['semantics', 'capabilities'],
      (semantics?.capabilities ?? []).map((each) => each.type),
    ),
    ...repeated('effect', ['semantics', 'side_effects'], effects),
  ];
}
