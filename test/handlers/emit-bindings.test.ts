import { expect, test } from 'vitest';
import { emitHandlerBindings } from '../../src/handlers/emit-bindings.js';
import { model, tool } from './support.js';

test('every tool is bound to its file, by its wire name, in the order of names', () => {
  const of = model(tool('send.mail'), tool('create_ticket'), tool('delete'));
  const bindings = new Map([
    ['send.mail', 'src/handlers/deep/mail.ts'],
    ['delete', 'src/handlers/delete.ts'],
    ['create_ticket', "src/handlers/it's.ts"],
  ]);
  expect(emitHandlerBindings(of, bindings)).toEqual({
    path: 'generated/server/handlers.ts',
    kind: 'generated',
    text: `import createTicketHandler from '../../src/handlers/it\\'s.js';
import deleteHandler from '../../src/handlers/delete.js';
import sendMailHandler from '../../src/handlers/deep/mail.js';
import type { Handlers } from './index.js';

export const handlers = {
  create_ticket: createTicketHandler,
  delete: deleteHandler,
  'send.mail': sendMailHandler,
} satisfies Handlers<never>;
`,
  });
});

test('a contract without tools has no handlers', () => {
  expect(emitHandlerBindings(model(), new Map()).text).toContain(
    'export const handlers = {} satisfies Handlers<never>;',
  );
});

test('a tool without a binding is a bug', () => {
  expect(() => emitHandlerBindings(model(tool('a')), new Map())).toThrow('no handler file is bound to a');
});
