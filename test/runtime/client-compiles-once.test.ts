import { Ajv } from 'ajv';
import { expect, test, vi } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { lazyDescriptor } from '../../src/runtime/lazy-descriptor.js';
import { connect } from './support/connect.js';
import { ERAS, serverOf } from './support/contract.js';

/** As a generated client has it; what serves has descriptors of its own, so that only the client's are counted. */
function descriptor(mark: string): ToolDescriptor {
  const schema = () => ({ type: 'object', properties: { text: { type: 'string' }, [mark]: true }, required: ['text'] });
  return lazyDescriptor('echo', () => ({ inputSchema: schema(), outputSchema: schema() }));
}

test.each(ERAS)('%s: a client compiles the schemas of a tool once, and none of them in the SDK', async (era) => {
  const compile = vi.spyOn(Ajv.prototype, 'compile');
  const inSdk = vi.fn(() => () => ({ valid: true, data: {}, errorMessage: undefined }));
  const server = serverOf([descriptor('served')], { echo: (input: unknown) => input });
  await using connection = await connect(server, [descriptor('called')], era, 'memory', {
    configure: (raw) => Object.assign(raw, { _jsonSchemaValidator: { getValidator: inSdk } }),
  });
  const compiled = () =>
    compile.mock.calls.map(([schema]) => JSON.stringify(schema)).filter((schema) => schema.includes('"called'));
  for (const text of ['a', 'b', 'c']) expect(await connection.call('echo', { text })).toEqual({ text });
  expect(compiled()).toHaveLength(2);
  expect(inSdk).not.toHaveBeenCalled();
  compile.mockRestore();
});
