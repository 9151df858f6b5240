import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafeIdentifier } from '../../src/emit/code/identifier.js';
import { fileNameOf, fileNameOfText, textNames, toolNames, typeNameOf } from '../../src/model/names.js';

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

test.each([
  ['house_rules', 'house_rules', 'houseRules', 'HouseRules'],
  ['Git Working Directory', 'Git=Working=Directory', 'gitWorkingDirectory', 'GitWorkingDirectory'],
  ['architecture.md', 'architecture+md', 'architectureMd', 'ArchitectureMd'],
  ['index', '+index', 'index', 'Index'],
  ['a+b=c~d', 'a~2b~b~3d~c~7e~d', 'abcd', 'ABCD'],
  ['../etc/passwd', '++~2f~etc~2f~passwd', 'etcPasswd', 'EtcPasswd'],
  ['Überblick', '~dc~berblick', 'uberblick', 'Uberblick'],
  ['日本', '~65e5~~672c~', 'u65E5U672C', 'U65E5U672C'],
  ['😀', '~1f600~', '_', '_'],
])('as the name of a prompt, %s becomes %s.ts, %s and %s', (wire, file, camel, pascal) => {
  expect(textNames(wire)).toEqual({ file, camel, pascal });
});

test('the map of any printable text to file names is injective, and no file system trips over it', () => {
  const long = fc.tuple(fc.constantFrom('x'.repeat(99), '日'.repeat(40)), fc.string({ maxLength: 3 }));
  const printable = fc.oneof(
    wireName,
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    long.map(([a, b]) => a + b),
  );
  fc.assert(
    fc.property(printable, printable, (a, b) => {
      const file = fileNameOfText(a);
      expect(file).toMatch(/^[A-Za-z0-9_+=~@-]{1,100}$/);
      expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|index)$/i);
      expect(a === b || file !== fileNameOfText(b)).toBe(true);
      expect(isSafeIdentifier(`${textNames(a).camel}PromptHandler`)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
