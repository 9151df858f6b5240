import { expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import type { validate } from '../../src/runtime/validator.js';
import { build, compiled } from './project.js';

/** Takes quadratic time, so the compiler takes it with a warning. */
const slow = '^a*a*b$';
const schema = {
  type: 'object',
  properties: { text: { not: { type: 'string', pattern: slow } }, map: { patternProperties: { [slow]: {} } } },
};
const long = 'a'.repeat(2_049);

test.each(['lazy', 'precompiled'] as const)(
  'limited patterns reach the runtime in %s mode, and no client',
  async (mode) => {
    const { files, model } = await compiled([schema], `validators: ${mode}\n`);
    expect(model.tools.map(({ limitedPatterns }) => limitedPatterns)).toEqual([[slow]]);
    const built = build(files.filter(({ path }) => path.startsWith('generated/')));
    try {
      const { tools: descriptors } = await built.load<{ tools: ToolDescriptor[] }>('generated/tools/index.js');
      const runtime = await built.load<{ validate: typeof validate }>('generated/runtime/validator.js');
      const messages = async (value: unknown) => {
        const issues = await Promise.all(descriptors.map((tool) => runtime.validate(tool, 'output', value)));
        return issues.flat().map(({ message }) => message);
      };
      expect(await messages({ text: 'c', map: { b: 1 } })).toEqual([]);
      expect(await messages({ text: 'ab' })).toEqual(['is what the schema forbids with "not"']);
      expect(await messages({ text: long })).toEqual([
        'is too long for its pattern, which is tried on at most 2048 characters',
      ]);
      expect(await messages({ map: { [long]: 1 } })).toEqual([
        'has a property whose name is longer than 2048 characters',
      ]);
      expect(files.find(({ path }) => path.endsWith('contract.json'))?.text).not.toContain('limitedPatterns');
    } finally {
      built.remove();
    }
  },
);
