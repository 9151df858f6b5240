import { entry } from './entry.js';

export const yamlEntries = {
  'yaml/syntax': entry<{ problem: string }>({ severity: 'error', message: ({ problem }) => problem }),
  'yaml/tab': entry<Record<string, never>>({
    severity: 'error',
    message: () => 'a tab indents this line',
    help: () => 'indent with spaces: YAML does not allow tabs there',
  }),
  'yaml/duplicate-key': entry<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `the key ${JSON.stringify(key)} stands twice in this map`,
    help: () => 'remove or rename one of the two',
  }),
  'yaml/non-string-key': entry<{ kind: string }>({
    severity: 'error',
    message: ({ kind }) => `a key of a map must be a string, and this one is ${kind}`,
    help: () => 'put the key in quotes',
  }),
  'yaml/forbidden-key': entry<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `the key ${JSON.stringify(key)} is refused`,
    help: ({ key }) =>
      key === '<<'
        ? 'merge keys are not part of YAML 1.2: write the members out, or share them through `schemas:`'
        : 'JavaScript gives this name a meaning of its own; choose another one',
  }),
  'yaml/tag': entry<{ tag: string }>({
    severity: 'error',
    message: ({ tag }) => `the tag ${tag} is refused`,
    help: () => 'manifests hold plain JSON values: remove the tag',
  }),
  'yaml/directive': entry<{ directive: string }>({
    severity: 'error',
    message: ({ directive }) => `the directive ${directive} is refused`,
    help: () => 'manifests are YAML 1.2: remove the line',
  }),
  'yaml/alias': entry<{ name: string; problem: string }>({
    severity: 'error',
    message: ({ name, problem }) => `the alias *${name} ${problem}`,
    help: () => 'share schemas through `schemas:` and `$ref: "#/schemas/Name"` instead',
  }),
  'yaml/number': entry<{ text: string; problem: string }>({
    severity: 'error',
    message: ({ text, problem }) => `the number ${text} ${problem}`,
    help: () =>
      'write it as a string if it is an identifier; JSON numbers are finite, and integers exact up to 2^53 - 1',
  }),
  'yaml/multiple-documents': entry<Record<string, never>>({
    severity: 'error',
    message: () => 'a second document starts here',
    help: () => 'put it into a file of its own, or remove the `---`',
  }),
  'yaml/not-utf8': entry<Record<string, never>>({
    severity: 'error',
    message: () => 'this file is not valid UTF-8',
    help: () => 'save it as UTF-8',
  }),
  'yaml/forbidden-character': entry<{ character: string }>({
    severity: 'error',
    message: ({ character }) => `the character ${character} is refused`,
    help: () => 'people or models that read this text would not see it: remove it',
  }),
  'yaml/empty-file': entry<Record<string, never>>({
    severity: 'warning',
    message: () => 'this file is empty',
    help: () => 'delete it, or add `tools:` or `schemas:`',
  }),
};
