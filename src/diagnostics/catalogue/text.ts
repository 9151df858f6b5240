import { entry } from './entry.js';

export const textEntries = {
  'text/hidden-character': entry<{ character: string; kind: string }>({
    severity: 'error',
    message: ({ character, kind }) => `this text holds ${character}, ${kind}, which people do not see`,
    help: () => 'remove it',
  }),
  'text/out-of-sight': entry<{ count: number }>({
    severity: 'error',
    message: ({ count }) => `${count} blanks in a row push the rest of this text out of sight`,
    help: () => 'remove them',
  }),
  'text/lookalike': entry<{ name: string; other: string }>({
    severity: 'error',
    message: ({ name, other }) =>
      `the properties ${codes(name)} and ${codes(other)} look the same: they differ only in how their characters are composed`,
    help: () => 'rename one of the two; names in Unicode are best written in NFC',
  }),
};

/** A name with its characters beyond ASCII written out, so that two that look alike can be told apart. */
function codes(name: string): string {
  return JSON.stringify(name).replace(/[^ -~]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
