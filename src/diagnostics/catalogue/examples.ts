import { entry } from './entry.js';

export const exampleEntries = {
  'examples/input': entry<{ example: string; reasons: readonly string[] }>({
    severity: 'error',
    message: ({ example, reasons }) =>
      `the input of the example ${JSON.stringify(example)} does not match \`inputSchema\`: ${reasons.join('; ')}`,
    help: () => 'correct the example, or the schema if it refuses what callers should be able to send',
  }),
  'examples/output': entry<{ example: string; reasons: readonly string[]; isText: boolean }>({
    severity: 'error',
    message: ({ example, reasons, isText }) =>
      isText
        ? `the output of the example ${JSON.stringify(example)} is no text, and the tool has no \`outputSchema\``
        : `the output of the example ${JSON.stringify(example)} does not match \`outputSchema\`: ${reasons.join('; ')}`,
    help: ({ isText }) =>
      isText
        ? 'write the text that the tool answers, or say with `outputSchema` what it returns'
        : 'correct the example, or the schema if it forbids what the tool returns',
  }),
  'examples/duplicate-name': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `two examples of this tool are called ${JSON.stringify(name)}`,
    help: () => 'say with the name what each shows: the tests of the handler are called by it',
  }),
};
