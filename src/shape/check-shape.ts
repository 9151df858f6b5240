import type { ValidateFunction } from 'ajv';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fromPointerStep, type JsonPath } from '../json.js';
import type { SourceDoc } from '../source/source-doc.js';
import { loadVendored } from '../vendored/load.js';
import { explainShapeError } from './explain-shape-error.js';
import { withoutEchoes } from './without-echoes.js';

/** A file format of mcpgen that has a JSON Schema in `schemas/`. */
export type Format = 'manifest' | 'mcpgen';

const validators = new Map<Format, ValidateFunction>();

/** `scripts/precompile-shapes.mjs` has made code of the schemas: ajv itself is not loaded for this. */
function validatorOf(format: Format): ValidateFunction {
  let found = validators.get(format);
  if (found === undefined) {
    found = loadVendored<ValidateFunction>(`shape/${format}.cjs`);
    validators.set(format, found);
  }
  return found;
}

/** A finding about a member's shape, and where in the document it is. */
export interface ShapeFinding {
  readonly path: JsonPath;
  /** Says what is wrong. Only the findings that are shown are worth the work. */
  readonly explain: () => Diagnostic;
}

/** Holds a document against the JSON Schema of its format. */
export function checkShape(doc: SourceDoc, format: Format): ShapeFinding[] {
  const validate = validatorOf(format);
  if (validate(doc.value)) return [];
  const findings: ShapeFinding[] = [];
  for (const error of withoutEchoes(validate.errors ?? [], format)) {
    const path = pathOf(error.instancePath, doc);
    findings.push({ path, explain: () => explainShapeError(error, path, doc, format) });
  }
  return findings;
}

/** ajv's pointer as a path; array indices become numbers where the document has an array. */
function pathOf(pointer: string, doc: SourceDoc): JsonPath {
  let value: unknown = doc.value;
  return pointer
    .split('/')
    .slice(1)
    .map((raw) => {
      const step = fromPointerStep(raw);
      const key = Array.isArray(value) ? Number(step) : step;
      value = (value as Record<string | number, unknown> | undefined)?.[key];
      return key;
    });
}
