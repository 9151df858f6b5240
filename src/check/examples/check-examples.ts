import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { Deadline } from '../../limits/deadline.js';
import { listFindings } from '../../limits/list-findings.js';
import type { Manifests, ToolEntry } from '../../manifest/read-manifests.js';
import { examplesOf, type PlacedExample } from '../../model/examples.js';
import type { Bundle } from '../../schema/bundle.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { repetitions } from '../repetitions.js';
import { type Mismatch, ValueCheck } from './hold-against.js';

/**
 * Examples of tools and of their capabilities, held against the schemas by the validator that the server runs. An example that
 * shows an error has valid arguments too: what the schema refuses is shown by the schema.
 */
export function checkExamples(manifests: Manifests, schemas: ResolvedSchemas, deadline: Deadline): Diagnostic[] {
  return manifests.tools.flatMap((tool) => {
    const examples = examplesOf(tool.declaration);
    if (examples.length === 0) return [];
    deadline.check('checking the examples', tool.name);
    return listFindings(checkTool(tool, examples, schemas, deadline), 'the examples of this tool');
  });
}

function checkTool(
  tool: ToolEntry,
  examples: readonly PlacedExample[],
  schemas: ResolvedSchemas,
  deadline: Deadline,
): Diagnostic[] {
  const limited = schemas.limitedPatterns.get(tool) ?? [];
  const onWork = () => deadline.check('checking the examples', tool.name);
  const checkOf = (bundle: Bundle | undefined) =>
    bundle === undefined ? undefined : new ValueCheck(bundle.schema, limited, onWork);
  const input = checkOf(schemas.inputs.get(tool));
  const output = checkOf(schemas.outputs.get(tool));
  const hasOutputSchema = tool.declaration.outputSchema !== undefined;
  const locate = (path: JsonPath, target: 'key' | 'value' = 'value') =>
    tool.origin.doc.locate([...tool.origin.path, ...path], target);

  return [
    ...checkNames(examples, locate),
    ...examples.flatMap(({ example, path }) => {
      const { name } = example;
      const diagnostics: Diagnostic[] = [];
      const at = (side: 'input' | 'output', wrong: Mismatch) => ({
        span: locate([...path, side, ...wrong.path], wrong.isName ? 'key' : 'value'),
      });
      const badInput = input?.mismatch(example.input);
      if (badInput !== undefined) {
        const params = { example: name, reasons: badInput.reasons };
        diagnostics.push(diagnose('examples/input', params, at('input', badInput)));
      }
      if (example.output === undefined) return diagnostics;
      if (!hasOutputSchema && typeof example.output !== 'string') {
        const params = { example: name, reasons: [], isText: true };
        diagnostics.push(diagnose('examples/output', params, { span: locate([...path, 'output']) }));
      }
      const badOutput = output?.mismatch(example.output);
      if (badOutput !== undefined) {
        const params = { example: name, reasons: badOutput.reasons, isText: false };
        diagnostics.push(diagnose('examples/output', params, at('output', badOutput)));
      }
      return diagnostics;
    }),
  ];
}

function checkNames(examples: readonly PlacedExample[], locate: (path: JsonPath) => Span): Diagnostic[] {
  return repetitions(examples, ({ example }) => example.name).map(({ entry, first }) => {
    const related = [{ message: 'the other one', span: locate([...first.path, 'name']) }];
    const span = locate([...entry.path, 'name']);
    return diagnose('examples/duplicate-name', { name: entry.example.name }, { span, related });
  });
}
