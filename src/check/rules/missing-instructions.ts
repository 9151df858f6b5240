import { defineRule } from '../lint/rule.js';

export const missingInstructions = defineRule({
  id: 'missing-instructions',
  summary: 'A server tells models how its tools belong together.',
  scope: 'contract',
  levels: { recommended: 'off', strict: 'info' },
  *check({ project, tools }) {
    const { server, doc } = project;
    if (tools.length < 2 || (server.instructions ?? '').trim() !== '') return;
    yield {
      message: 'the server has no instructions',
      span: doc.locate(['server'], 'key'),
      help: 'add `instructions` to `server`: in which order tools are used, what to ask the user before, how ids look',
    };
  },
});
