// Copied by mcpgen from its tested runtime. Do not edit.

import { truncate } from './json.js';

/** One reason why a value does not match its schema. */
export interface Issue {
  /** JSON Pointer (RFC 6901) of the offending part; empty for the whole value. */
  readonly pointer: string;
  readonly message: string;
}

/** What a validator found, as ajv says it. */
export interface Finding {
  readonly instancePath: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** An answer to bad input must stay short, however large the input was. */
const MAX_ISSUES = 5;
const MAX_PART_LENGTH = 200;
const MAX_CHOICES = 50;

/** The first findings of a validator, each short enough to be shown, the same one only once. */
export function toIssues(findings: readonly Finding[] | null | undefined): readonly Issue[] {
  const issues = new Map<string, Issue>();
  // The last finding is the keyword that failed; those before it say what was wrong with each of its alternatives, which is of no
  // use where too many matched.
  const cause = findings?.at(-1);
  const details = Array.isArray(cause?.params?.['passingSchemas']) ? [] : (findings ?? []).slice(0, -1);
  for (const finding of cause === undefined ? [] : [cause, ...details]) {
    if (issues.size === MAX_ISSUES) break;
    const issue = {
      pointer: truncate(finding.instancePath, MAX_PART_LENGTH),
      message: truncate(messageOf(finding), MAX_PART_LENGTH),
    };
    issues.set(`${issue.pointer} ${issue.message}`, issue);
  }
  return [...issues.values()];
}

/** The issues as lines that a person or a model can act on. */
export function describeIssues(issues: readonly Issue[]): string {
  return issues
    .map(({ pointer, message }) => `- ${pointer === '' ? '(the whole value)' : pointer}: ${message}`)
    .join('\n');
}

/** The validator's own words, replaced where they speak of the schema instead of the value, or leave out what would help. */
function messageOf({ keyword, params = {}, message = 'is not valid' }: Finding): string {
  switch (keyword) {
    case 'additionalProperties':
      return `must not have the property ${quote(params['additionalProperty'])}`;
    case 'unevaluatedProperties':
      return `must not have the property ${quote(params['unevaluatedProperty'])}`;
    case 'unevaluatedItems':
      return `must not have the item ${String(params['unevaluatedItem'])} (counted from 0)`;
    case 'propertyNames':
      return `has a property with a forbidden name: ${quote(params['propertyName'])}`;
    case 'enum':
      return `must be one of ${quoteAll(params['allowedValues'])}`;
    case 'const':
      return `must be ${quote(params['allowedValue'])}`;
    case 'type':
      return `must be ${String(params['type']).replaceAll(',', ' or ')}`;
    case 'anyOf':
      return 'must match at least one of the alternatives, and matches none';
    case 'oneOf':
      return Array.isArray(params['passingSchemas'])
        ? `must match exactly one of the alternatives, and matches number ${params['passingSchemas'].map((index) => Number(index) + 1).join(' and number ')}`
        : 'must match exactly one of the alternatives, and matches none';
    case 'not':
      return 'is what the schema forbids with "not"';
    case 'false schema':
      return 'must not be there';
    default:
      return message;
  }
}

function quoteAll(values: unknown): string {
  if (!Array.isArray(values)) return quote(values);
  const more = values.length > MAX_CHOICES ? `, or ${values.length - MAX_CHOICES} others` : '';
  return values.slice(0, MAX_CHOICES).map(quote).join(', ') + more;
}

function quote(value: unknown): string {
  return truncate(JSON.stringify(value) ?? 'undefined', MAX_PART_LENGTH);
}
