import { expect, test } from 'vitest';
import { applyCheck } from '../../src/runtime/schema-check.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { expectTable } from '../support/doc-table.js';
import { type BothModes, bothModes, refusalOf } from './project.js';
import { type Group, suiteGroups } from './suite.js';

/** What the documentation lists as refused: everything else must be judged as the suite judges it. */
const refusals = new Set([
  'schema/dialect',
  'schema/ref-not-schema',
  'schema/ref-remote',
  'schema/unsupported-keyword',
  'text/hidden-character',
  'yaml/forbidden-key',
  'yaml/number',
]);

const required = suiteGroups();
const optional = suiteGroups('optional/');

test.skipIf(required === undefined).each([
  ['required', required ?? [], 330],
  // Features that an implementation may lack, or have as a choice: what is accepted here is still done right.
  ['optional', optional ?? [], 39],
] as const)(
  'the official suite, %s files, in both modes (skipped where ../shared is absent)',
  async (name, groups, floor) => {
    const refused = new Map(groups.map((group) => [group, refusalOf(group.schema)]));
    const unlisted = [...refused].filter(([, codes]) => codes.some((code) => !refusals.has(code)));
    expect(unlisted.map(([{ description }, codes]) => [description, codes])).toEqual([]);

    const accepted = groups.filter((group) => refused.get(group)?.length === 0);
    expect(accepted.length).toBeGreaterThanOrEqual(floor);
    const modes = await bothModes(accepted.map(({ schema }) => schema));
    const wrong = modes.flatMap((each, index) => faultsOf(accepted[index], each));
    expect(wrong).toEqual([]);
    if (name === 'required') expectTable('json-schema.md', 'validation', tableOf(refused));
  },
);

/** Groups by file: all, judged, refused with their codes. Only right when nothing is judged wrong, which the test has seen to. */
function tableOf(refused: ReadonlyMap<Group, readonly string[]>): string {
  const files = [...new Set([...refused.keys()].map(({ file }) => file))];
  const rows = files.map((file) => {
    const groups = [...refused].flatMap(([group, codes]) => (group.file === file ? [codes] : []));
    const codes = [...new Set(groups.flat())].map((code) => `\`${code}\``);
    return [file, groups.length, groups.filter(({ length }) => length === 0).length, codes.join(', ')];
  });
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const head = [
    ['file', 'groups', 'judged as the suite does', 'refused by'],
    ['---', '---', '---', '---'],
  ];
  return [...head, ...rows, ['**all**', sum(1), sum(2), '']].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function faultsOf(group: Group | undefined, { served, check }: BothModes): unknown[] {
  return (group?.tests ?? []).flatMap(({ description, data, valid }) => {
    const lazy = validateSchema(served, data);
    const precompiled = applyCheck(check, data);
    const isRight = (lazy.length === 0) === valid && JSON.stringify(lazy) === JSON.stringify(precompiled);
    return isRight ? [] : [{ group: group?.description, description, valid, lazy, precompiled }];
  });
}
