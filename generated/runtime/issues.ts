// Copied by mcpgen from its tested runtime. Do not edit.

import type { ErrorObject } from 'ajv';
import { truncate } from './json.js';

/** One reason why a value does not match its schema. */
export interface Issue {
  /** JSON Pointer (RFC 6901) of the offending part; empty for the whole value. */
  readonly pointer: string;
  readonly message: string;
}

/** An answer to bad input must stay short, however large the input was. */
const MAX_ISSUES = 5;
const MAX_PART_LENGTH = 200;

/** The first findings of the validator, each short enough to be shown, the same one only once. */
export function toIssues(errors: readonly ErrorObject[] | null | undefined): readonly Issue[] {
  const issues = new Map<string, Issue>();
  for (const error of errors ?? []) {
    if (issues.size === MAX_ISSUES) break;
    const issue = {
      pointer: truncate(error.instancePath, MAX_PART_LENGTH),
      message: truncate(messageOf(error), MAX_PART_LENGTH),
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

/** The validator's own words, completed by what it only says beside them. */
function messageOf({ keyword, params, message = 'is not valid' }: ErrorObject): string {
  const detail: Readonly<Record<string, unknown>> = params;
  switch (keyword) {
    case 'additionalProperties':
      return `must not have the property ${quote(detail['additionalProperty'])}`;
    case 'unevaluatedProperties':
      return `must not have the property ${quote(detail['unevaluatedProperty'])}`;
    case 'propertyNames':
      return `has a property with a forbidden name: ${quote(detail['propertyName'])}`;
    case 'enum':
      return `must be one of ${quoteAll(detail['allowedValues'])}`;
    case 'const':
      return `must be ${quote(detail['allowedValue'])}`;
    default:
      return message;
  }
}

function quoteAll(values: unknown): string {
  return Array.isArray(values) ? values.slice(0, 50).map(quote).join(', ') : quote(values);
}

function quote(value: unknown): string {
  return truncate(JSON.stringify(value) ?? 'undefined', MAX_PART_LENGTH);
}
