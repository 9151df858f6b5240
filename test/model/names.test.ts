import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafeIdentifier } from '../../src/emit/code/identifier.js';
import { fileNameOf, toolNames, typeNameOf } from '../../src/model/names.js';

const wireName = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,30}$/);

test.each([
  ['create_ticket', 'create_ticket', 'createTicket', 'CreateTicket'],
  ['create-ticket', 'create-ticket', 'createTicket', 'CreateTicket'],
  ['createTicket', 'createTicket', 'createTicket', 'CreateTicket'],
  ['GetURL', 'GetURL', 'getURL', 'GetURL'],
  ['URLParse', 'URLParse', 'urlParse', 'URLParse'],
  ['ID', 'ID', 'id', 'ID'],
  ['foo.d', 'foo+d', 'fooD', 'FooD'],
  ['foo.test', 'foo+test', 'fooTest', 'FooTest'],
  ['index', '+index', 'index', 'Index'],
  ['con', '+con', 'con', 'Con'],
  ['LPT1', '+LPT1', 'lpt1', 'LPT1'],
  ['3d_render', '3d_render', '_3dRender', '_3dRender'],
  ['_', '_', '_', '_'],
])('%s becomes %s.ts, %s and %s', (wire, file, camel, pascal) => {
  expect(toolNames(wire)).toEqual({ file, camel, pascal });
});

test('the map to file names is injective', () => {
  fc.assert(
    fc.property(wireName, wireName, (a, b) => a === b || fileNameOf(a) !== fileNameOf(b)),
    { numRuns: 2000 },
  );
});

test('no file name is a device, a folder’s index, a declaration file or a test', () => {
  const names = fc.oneof(
    wireName,
    fc.constantFrom('con', 'aux.', 'nul.txt', 'index', 'x.d', 'x.d.ts', 'x.test', 'com1'),
  );
  fc.assert(
    fc.property(names, (wire) => {
      const file = fileNameOf(wire);
      expect(file).toMatch(/^[A-Za-z0-9_+-]+$/);
      expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|index)$/i);
    }),
  );
});

test('what is derived from a name is always a safe identifier once it has its suffix', () => {
  const names = fc.oneof(
    wireName,
    fc.constantFrom('delete', 'await', 'eval', 'arguments', 'class', '__', '9', 'Promise'),
  );
  fc.assert(
    fc.property(names, (wire) => {
      const { camel, pascal } = toolNames(wire);
      for (const text of [`${camel}Tool`, `${pascal}Input`, `${pascal}Output`, `${pascal}Handler`]) {
        expect(isSafeIdentifier(text), text).toBe(true);
      }
    }),
  );
});

test('the type of a shared schema does not hide a global', () => {
  expect(['Ticket', 'error', 'Record', 'date', 'ticket_page'].map(typeNameOf)).toEqual([
    'Ticket',
    'ErrorSchema',
    'RecordSchema',
    'DateSchema',
    'TicketPage',
  ]);
});
