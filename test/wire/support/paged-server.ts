import { servePrompts } from '../../../src/runtime/prompts.js';
import { serveResources } from '../../../src/runtime/resources.js';
import { serverOf } from '../../runtime/support/contract.js';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const TOOLS = ['test_simple_text', ...NAMES];
const byName = <Value>(names: readonly string[], value: Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Every list on pages of two; and the tool that every case calls in the end. */
export const pagedServer = serverOf(
  TOOLS.map((name) => ({ name, inputSchema: { type: 'object' } })),
  {},
  {},
  {
    pageSize: 2,
    sections: [
      serveResources(
        NAMES.map((name) => ({ name, uri: `test://${name}` })),
        NAMES.map((name) => ({ name, uriTemplate: `test://${name}/{id}` })),
      ),
      servePrompts(NAMES.map((name) => ({ name }))),
    ],
    handlers: {
      tools: byName(TOOLS, () => 'done'),
      resources: byName(NAMES, () => 'text'),
      resourceTemplates: byName(NAMES, () => 'text'),
      prompts: byName(NAMES, () => 'text'),
    },
  },
);
