import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../../json.js';
import { listFindings } from '../../limits/list-findings.js';
import type { FormQuestion, QuestionDeclaration, Questions } from '../../manifest/manifest.generated.js';
import type { Manifests, Origin } from '../../manifest/read-manifests.js';
import type { DeprecatedFeature, ProtocolModel } from '../../model/protocol.js';
import { fits } from '../../runtime/form.js';
import { faultOf } from './form-field.js';
import { isSecretField } from './secret-field.js';

const kinds = ['elicit', 'elicitUrl', 'sample', 'roots'] as const;

/** What handlers may ask their clients for, held against what MCP lets them ask. */
export function checkAsks({ tools, prompts }: Manifests, { deprecated }: ProtocolModel): Diagnostic[] {
  const check = (ask: Questions | undefined, origin: Origin, what: string): readonly Diagnostic[] =>
    ask === undefined ? [] : listFindings(checkQuestions(ask, origin, deprecated), `the questions of this ${what}`);
  return [
    ...tools.flatMap(({ declaration, origin }) => check(declaration.ask, origin, 'tool')),
    ...prompts.flatMap(({ declaration, origin }) => check(declaration.ask, origin, 'prompt')),
  ];
}

function checkQuestions(
  questions: Questions,
  { doc, path }: Origin,
  deprecated: readonly DeprecatedFeature[],
): Diagnostic[] {
  return Object.entries(questions).flatMap(([name, question]) => {
    const place = { doc, path: [...path, 'ask', name] };
    return [
      ...checkKind(question, place),
      ...checkDeprecated(question, place, deprecated),
      ...(question.elicit === undefined ? [] : checkForm(question.elicit, place)),
    ];
  });
}

function checkKind(question: QuestionDeclaration, { doc, path }: Origin): Diagnostic[] {
  const found = kinds.filter((kind) => question[kind] !== undefined);
  return found.length === 1 ? [] : [diagnose('ask/kind', { found }, { span: doc.locate(path, 'key') })];
}

/** What MCP 2026-07-28 lists as deprecated has to be asked for in mcpgen.yaml, where it warns. */
function checkDeprecated(
  question: QuestionDeclaration,
  { doc, path }: Origin,
  deprecated: readonly DeprecatedFeature[],
): Diagnostic[] {
  const used = [
    { kind: 'sample', feature: 'sampling' },
    { kind: 'roots', feature: 'roots' },
  ] as const;
  return used
    .filter(({ kind, feature }) => question[kind] !== undefined && !deprecated.includes(feature))
    .map(({ kind, feature }) => diagnose('ask/deprecated', { feature }, { span: doc.locate([...path, kind], 'key') }));
}

function checkForm({ requestedSchema }: FormQuestion, { doc, path }: Origin): Diagnostic[] {
  const { properties, required = [] } = requestedSchema;
  const root: JsonPath = [...path, 'elicit', 'requestedSchema'];
  const fields = Object.entries(properties).flatMap(([name, field]) =>
    isJsonObject(field as JsonObject)
      ? checkField(name, field as JsonObject, { doc, path: [...root, 'properties', name] })
      : [],
  );
  const missing = required.flatMap((field, index) => {
    if (Object.hasOwn(properties, field)) return [];
    const suggestion = didYouMean(field, Object.keys(properties));
    return [diagnose('ask/required', { field, suggestion }, { span: doc.locate([...root, 'required', index]) })];
  });
  return [...fields, ...missing];
}

function checkField(name: string, field: JsonObject, { doc, path }: Origin): Diagnostic[] {
  const fault = faultOf(field);
  if (fault !== undefined) {
    const { problem, help } = fault;
    return [
      diagnose(
        'ask/field',
        { field: name, problem, help },
        { span: doc.locate([...path, ...fault.path], fault.target) },
      ),
    ];
  }
  const found: Diagnostic[] = [];
  if (isSecretField(name, field))
    found.push(diagnose('ask/secret', { field: name }, { span: doc.locate(path, 'key') }));
  if (field['enumNames'] !== undefined) {
    found.push(diagnose('ask/enum-names', { field: name }, { span: doc.locate([...path, 'enumNames'], 'key') }));
  }
  const { default: value } = field;
  if (value !== undefined && !fits(field, value)) {
    found.push(diagnose('ask/default', { field: name, value }, { span: doc.locate([...path, 'default']) }));
  }
  return found;
}
