// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client } from '@modelcontextprotocol/client';
import { compareLists, isSame } from './compare-lists.js';
import { SERVED_FIELDS, type ServedField, type ToolDescriptor } from './descriptor.js';
import { isRecord, pointerTo } from './json.js';
import { projectForLegacy, withObjectType } from './legacy-projection.js';
import { listTools } from './list-tools.js';

/** How the tools that a server lists differ from the contract. */
export interface ContractDifference {
  readonly matches: boolean;
  /** Names of tools that the server has and the contract does not. */
  readonly added: readonly string[];
  /** Names of tools that the contract has and the server does not. */
  readonly removed: readonly string[];
  readonly changed: readonly ChangedTool[];
}

export interface ChangedTool {
  readonly tool: string;
  readonly fields: readonly ChangedField[];
}

/** One place where a tool's definition differs. What is absent is `undefined`. */
export interface ChangedField {
  readonly field: ServedField;
  /** JSON Pointer (RFC 6901) into the field; empty for the field itself. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Enough to see what happened, few enough to be read. */
const MAX_DIFFERENCES_PER_FIELD = 5;

/**
 * Asks the server for its tools, anew and all pages of them, and compares them with the contract as the negotiated era shows
 * it. Compared is what the SDK's client lets through: members of a tool, an annotation or an icon that MCP does not know never
 * arrive. Rejects with the SDK's error when the list cannot be had.
 */
export async function verifyContract(client: Client, contract: readonly ToolDescriptor[]): Promise<ContractDifference> {
  const isLegacy = client.getProtocolEra() === 'legacy';
  const keyed = <Entry extends { readonly name: string }>(entries: readonly Entry[]) =>
    new Map(entries.map((entry) => [entry.name, entry]));
  const difference = compareLists(keyed(contract), keyed(await listTools(client)), (tool, served) =>
    SERVED_FIELDS.flatMap((field) => compareField(field, tool, served, isLegacy)),
  );
  const changed = difference.changed.map(({ key: tool, fields }): ChangedTool => ({ tool, fields }));
  return { matches: isSame(difference), added: difference.added, removed: difference.removed, changed };
}

function compareField(
  field: ServedField,
  contract: ToolDescriptor,
  { [field]: actual }: Partial<Record<ServedField, unknown>>,
  isLegacy: boolean,
): readonly ChangedField[] {
  const expected = expectedValue(field, contract, actual, isLegacy);
  return differencesOf(expected, actual).map((difference) => ({ field, ...difference }));
}

/** The first places where two JSON values differ. */
export function differencesOf(expected: unknown, actual: unknown): readonly Omit<ChangedField, 'field'>[] {
  const differences: Omit<ChangedField, 'field'>[] = [];
  collect(expected, actual, '', (difference) => {
    if (differences.length < MAX_DIFFERENCES_PER_FIELD) differences.push(difference);
  });
  return differences;
}

function expectedValue(field: ServedField, contract: ToolDescriptor, actual: unknown, isLegacy: boolean): unknown {
  const { outputSchema } = contract;
  if (field !== 'outputSchema' || outputSchema === undefined) return contract[field];
  if (isLegacy) return projectForLegacy(outputSchema);
  // Tools that are mounted on a server of somebody else are listed by the SDK, which may add a root `type`.
  return isRecord(actual) && actual['type'] === 'object' ? withObjectType(outputSchema) : outputSchema;
}

/** Reports each place where two JSON values differ; the order of members does not count. */
function collect(
  expected: unknown,
  actual: unknown,
  path: string,
  report: (difference: Omit<ChangedField, 'field'>) => void,
): void {
  if (Object.is(expected, actual)) return;
  const isArray = Array.isArray(expected);
  if (!isContainer(expected) || !isContainer(actual) || isArray !== Array.isArray(actual)) {
    report({ path, expected, actual });
    return;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    collect(ownMember(expected, key), ownMember(actual, key), pointerTo(path, key), report);
  }
}

function ownMember(container: object, key: string): unknown {
  return Object.hasOwn(container, key) ? Reflect.get(container, key) : undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
