// How much of the official JSON Schema test suite the generated types tell: `npm run build && node scripts/measure-types.mjs`.
//
// One file of TypeScript for each group of tests, all in one program. Each instance is assigned twice: as a fresh literal,
// where TypeScript also refuses members that the type does not know, and through a variable of the exact type of the literal
// (objects, mutable tuples and literal types all the way down), where it does not. Tuples are mutable because so is what a
// caller holds; `as const` would make them read-only and refuse `string[]` for a reason that JSON Schema knows nothing of.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const suiteFolder = fileURLToPath(
  new URL('../../shared/corpus/json-schema-test-suite/tests/draft2020-12/', import.meta.url),
);

/** What needs a second document. */
const outside = /detached-dynamicref|"\$ref":"https?:\/\/json-schema\.org\/|"\$schema":"http:\/\/localhost:1234\//;

export function suiteGroups() {
  if (!existsSync(suiteFolder)) return undefined;
  const files = readdirSync(suiteFolder).filter((name) => name.endsWith('.json') && name !== 'refRemote.json');
  return files.flatMap((name) =>
    JSON.parse(readFileSync(suiteFolder + name, 'utf8'))
      .filter((group) => !outside.test(JSON.stringify(group.schema)))
      .map((group) => ({ keyword: name.slice(0, -5), ...group })),
  );
}

/** Diagnostics by file name and line, for a program of the given texts. */
export function typeErrors(texts, options = {}) {
  const settings = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    types: [],
    skipLibCheck: true,
    ...options,
  };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) =>
    texts.has(name) ? ts.createSourceFile(name, texts.get(name), ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  const program = ts.createProgram([...texts.keys()], settings, host);
  const errors = new Map();
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const { file, start } = diagnostic;
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line;
    const name = file?.fileName ?? '';
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
    errors.set(name, [...(errors.get(name) ?? []), { line, message }]);
  }
  return errors;
}

/** The exact type of a JSON value. */
function exactType(value) {
  if (Array.isArray(value)) return `[${value.map(exactType).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${exactType(member)}`)
    .join('; ')} }`;
}

/**
 * Assigns values to the types of their schemas, all in one program. For each item its text, the first error in the types
 * themselves, if any, and for each value why TypeScript refuses it as a literal and through a variable, where it does.
 */
export function assign(items, declareTypes) {
  const files = new Map(items.map((item, index) => [`/values/${index}.ts`, textOf(item, declareTypes)]));
  const errors = typeErrors(new Map([...files].map(([name, { text }]) => [name, text])));
  return [...files].map(([name, { text, first }], index) => {
    const found = errors.get(name) ?? [];
    const at = (line) => found.find((error) => error.line === line)?.message;
    return {
      text,
      broken: found.find(({ line }) => line < first)?.message,
      refused: items[index].values.map((_, valueIndex) => ({
        literal: at(first + valueIndex * 3),
        variable: at(first + valueIndex * 3 + 2),
      })),
    };
  });
}

function textOf({ schema, values }, declareTypes) {
  const { declarations } = declareTypes({ schema, name: 'Root', side: 'input', shared: new Map() });
  const assignments = values.map((value, index) =>
    [
      `export const literal${index}: Root = ${JSON.stringify(value)};`,
      `declare const value${index}: ${exactType(value)};`,
      `export const variable${index}: Root = value${index};`,
    ].join('\n'),
  );
  return {
    first: declarations.text.split('\n').length,
    text: [declarations.text, ...assignments].join('\n'),
  };
}

/** Counts per keyword, and each group and instance that is not as it should be. */
export function measure(groups, declareTypes) {
  const items = groups.map(({ schema, tests }) => ({
    schema: typeof schema === 'boolean' ? { allOf: [schema] } : schema,
    values: tests.map(({ data }) => data),
  }));
  const rows = new Map();
  const faults = [];
  for (const [index, { text, broken, refused }] of assign(items, declareTypes).entries()) {
    const group = groups[index];
    const row = rows.get(group.keyword) ?? newRow();
    rows.set(group.keyword, row);
    row.groups += 1;
    if (broken === undefined) row.compiles += 1;
    else faults.push({ kind: 'does not compile', group, text, message: broken });
    for (const [testIndex, test] of group.tests.entries()) {
      const { literal, variable } = refused[testIndex];
      count(row, test, literal === undefined, variable === undefined);
      if (test.valid && (literal ?? variable) !== undefined)
        faults.push({ kind: 'refuses a valid value', group, test, text });
      if (!test.valid && literal === undefined) faults.push({ kind: 'takes an invalid value', group, test, text });
    }
  }
  const total = newRow();
  for (const row of rows.values()) for (const key of Object.keys(total)) total[key] += row[key];
  return { rows, total, faults };
}

function newRow() {
  return {
    groups: 0,
    compiles: 0,
    valid: 0,
    acceptedLiteral: 0,
    acceptedVariable: 0,
    invalid: 0,
    rejectedLiteral: 0,
    rejectedVariable: 0,
  };
}

function count(row, test, takesLiteral, takesVariable) {
  if (test.valid) {
    row.valid += 1;
    row.acceptedLiteral += Number(takesLiteral);
    row.acceptedVariable += Number(takesVariable);
  } else {
    row.invalid += 1;
    row.rejectedLiteral += Number(!takesLiteral);
    row.rejectedVariable += Number(!takesVariable);
  }
}

/** The result as a Markdown table. */
export function table({ rows, total }) {
  const share = (part, whole) => (whole === 0 ? '-' : `${part}/${whole} (${((100 * part) / whole).toFixed(1)} %)`);
  const cells = (name, row) => [
    name,
    share(row.compiles, row.groups),
    share(Math.min(row.acceptedLiteral, row.acceptedVariable), row.valid),
    share(row.rejectedVariable, row.invalid),
    share(row.rejectedLiteral, row.invalid),
  ];
  const head = ['keyword', 'compiles', 'valid accepted', 'invalid rejected (variable)', 'invalid rejected (literal)'];
  const body = [...rows].map(([name, row]) => cells(name, row));
  return [head, head.map(() => '---'), ...body, cells('**all**', total)]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const groups = suiteGroups();
  if (groups === undefined) console.log(`skipped: no test suite at ${suiteFolder}`);
  else {
    const { declareTypes } = await import('../dist/types/declare-types.js');
    const result = measure(groups, declareTypes);
    console.log(table(result));
    for (const { kind, group, test, text } of process.argv.includes('--faults') ? result.faults : []) {
      console.log(
        `\n${kind}: ${group.keyword}: ${group.description}: ${test?.description}\n${JSON.stringify(group.schema)}\n${JSON.stringify(test?.data)}\n${text.split('\nexport const')[0]}`,
      );
    }
  }
}
