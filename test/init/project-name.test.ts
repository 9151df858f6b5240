import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFromFolder, nameProblem, titleFromName } from '../../src/init/project-name.js';

test.each(['a', 'support-desk', 'x_1', '2nd-server', 'a'.repeat(64)])('takes %s', (name) => {
  expect(nameProblem(name)).toBeUndefined();
});

test.each([
  ['', 'empty'],
  ['a'.repeat(65), '65 characters'],
  ['Desk', 'small letters'],
  ['-desk', 'letter or digit at both ends'],
  ['desk_', 'letter or digit at both ends'],
  ['my.server', 'small letters'],
  ['@scope/desk', 'small letters'],
  ['../desk', 'small letters'],
  ['desk\n', 'small letters'],
  ['{{desk}}', 'small letters'],
  ['"; rm -rf ~; "', 'small letters'],
  ['dèsk', 'small letters'],
  ['mcpgen', 'npm refuses'],
  ['typescript', 'npm refuses'],
  ['node_modules', 'npm refuses'],
])('refuses %j', (name, reason) => {
  expect(nameProblem(name)).toContain(reason);
});

test.each([
  ['My Server', 'my-server'],
  ['Café Zürich', 'cafe-zurich'],
  ['.hidden', 'hidden'],
  ['@scope', 'scope'],
  ['mcpgen', 'mcpgen-server'],
  ['日本語', 'mcp-server'],
  ['', 'mcp-server'],
  [`${'a'.repeat(63)}-b`, 'a'.repeat(63)],
])('makes the folder %j the name %s', (folder, name) => {
  expect(nameFromFolder(folder)).toBe(name);
});

test('makes a valid name of every folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (folder) => {
      expect(nameProblem(nameFromFolder(folder))).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('writes a title as people do', () => {
  expect(titleFromName('support-desk_2')).toBe('Support desk 2');
});
