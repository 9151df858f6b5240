import type { AnySchema } from 'ajv';
import { fromPointerStep, type JsonObject, type JsonPath } from '../../json.js';
import type { Finding } from '../../runtime/issues.js';
import type { SchemaCheck } from '../../runtime/schema-check.js';
import { validationSchema } from '../../runtime/validation-schema.js';
import { loadVendored } from '../../vendored/load.js';
import { watched } from './watched.js';

/** Why a value does not match, and where in it. */
export interface Mismatch {
  readonly path: JsonPath;
  /** True when the name of the member at the path is what is wrong, not its value. */
  readonly isName: boolean;
  readonly reasons: readonly string[];
}

/** The engine of generated code is loaded when there is a value to hold against a schema. */
const engine = () => loadVendored<typeof import('./engine.js')>('engine.cjs');

/** Reads between two looks at the clock. */
const readsAtOnce = 10_000;

/** A schema to hold values against, as the server will; compiled when it is first needed. */
export class ValueCheck {
  #compiled: SchemaCheck | undefined;

  constructor(
    private readonly schema: JsonObject,
    private readonly limitedPatterns: readonly string[],
    private readonly onWork: () => void,
  ) {}

  /** Undefined when the value matches. */
  mismatch(value: unknown): Mismatch | undefined {
    this.#compiled ??= engine()
      .newEngine()
      .compile(validationSchema(this.schema, this.limitedPatterns) as AnySchema) as SchemaCheck;
    const check = this.#compiled;
    const before = check.errors;
    let reads = 0;
    const count = () => {
      reads++;
      if (reads % readsAtOnce === 0) this.onWork();
    };
    const issues = engine().applyCheck(check, watched(value, count));
    const [first] = issues;
    if (first === undefined) return undefined;
    // What cannot be decided leaves the errors of the last value.
    const cause = check.errors === before ? undefined : check.errors?.at(-1);
    return {
      ...(cause === undefined ? placeOf({ instancePath: first.pointer }) : placeOf(cause)),
      reasons: issues.map(({ pointer, message }) => (pointer === '' ? `it ${message}` : `${pointer} ${message}`)),
    };
  }
}

/** A member that must not be there, or not under this name, is pointed at itself. */
function placeOf({ instancePath, params = {} }: Finding): Pick<Mismatch, 'path' | 'isName'> {
  const path = instancePath.split('/').slice(1).map(fromPointerStep);
  const member = params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['propertyName'];
  return typeof member === 'string' ? { path: [...path, member], isName: true } : { path, isName: false };
}
