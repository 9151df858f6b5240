import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SideEffect } from '../../src/manifest/manifest.generated.js';
import { annotationsOf, deriveHints, type HintName } from '../../src/model/annotations.js';
import { changesSomething } from '../../src/runtime/effects.js';

const read: SideEffect = { type: 'external_api', scope: 'weather', reversible: true, risk_level: 'low' };
const mail: SideEffect = { type: 'external_api', scope: 'mail', reversible: false, risk_level: 'medium' };
const save: SideEffect = { type: 'data_modification', scope: 'tickets', reversible: true, risk_level: 'low' };

describe('the hints of declared effects', () => {
  test.each<[string, readonly SideEffect[], Partial<Record<HintName, boolean>>]>([
    ['nothing', [], { readOnlyHint: true, destructiveHint: false, openWorldHint: false }],
    ['a plain read elsewhere', [read], { readOnlyHint: true, destructiveHint: false, openWorldHint: true }],
    ['mail', [mail], { readOnlyHint: false, destructiveHint: true, openWorldHint: true }],
    ['a change that can be undone', [save], { readOnlyHint: false, destructiveHint: false, openWorldHint: false }],
    ['a read and a change', [read, save], { readOnlyHint: false, destructiveHint: false, openWorldHint: true }],
    [
      'a network read of some risk',
      [{ ...read, type: 'network', risk_level: 'medium' }],
      { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
    ],
    [
      'a question to the user',
      [{ type: 'user_interaction', scope: 'user', reversible: true, risk_level: 'low' }],
      { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    ],
  ])('%s', (_name, side_effects, hints) => {
    expect(deriveHints({ side_effects: [...side_effects] })).toEqual(hints);
  });

  test('idempotence is only told when it was said', () => {
    expect(deriveHints({ side_effects: [], idempotent: false }).idempotentHint).toBe(false);
    expect(deriveHints({ side_effects: [] })).not.toHaveProperty('idempotentHint');
  });
});

describe('what is served', () => {
  test('a tool without semantics keeps what it wrote', () => {
    expect(annotationsOf(undefined, { readOnlyHint: true })).toEqual({ readOnlyHint: true });
    expect(annotationsOf(undefined, undefined)).toBeUndefined();
  });

  test('the title and more cautious hints of the author hold', () => {
    const served = annotationsOf({ side_effects: [] }, { title: 'Look', readOnlyHint: false, openWorldHint: true });
    expect(served).toEqual({ title: 'Look', readOnlyHint: false, destructiveHint: false, openWorldHint: true });
  });

  test('a hint that nothing was declared about is the author’s', () => {
    expect(annotationsOf({ side_effects: [] }, { idempotentHint: true })).toMatchObject({ idempotentHint: true });
  });

  test('what may destroy something is not read-only', () => {
    expect(annotationsOf({ side_effects: [] }, { destructiveHint: true })).toMatchObject({
      readOnlyHint: false,
      destructiveHint: true,
    });
  });

  const effect = fc.record<SideEffect>({
    type: fc.constantFrom('data_modification', 'external_api', 'file_system', 'network', 'user_interaction'),
    scope: fc.constantFrom('a', 'b'),
    reversible: fc.boolean(),
    risk_level: fc.constantFrom('low', 'medium', 'high', 'critical'),
  });
  const written = fc.record(
    { readOnlyHint: fc.boolean(), destructiveHint: fc.boolean(), openWorldHint: fc.boolean() },
    { requiredKeys: [] },
  );

  test('whatever is written, effects are never hidden', () => {
    fc.assert(
      fc.property(fc.array(effect, { maxLength: 4 }), written, (side_effects, hints) => {
        const served = annotationsOf({ side_effects }, { ...hints }) ?? {};
        if (side_effects.some(changesSomething)) expect(served['readOnlyHint']).toBe(false);
        if (side_effects.some((each) => !each.reversible)) expect(served['destructiveHint']).toBe(true);
        if (served['destructiveHint'] === true) expect(served['readOnlyHint']).toBe(false);
      }),
    );
  });
});
