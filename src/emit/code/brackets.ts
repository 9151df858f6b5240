const widthOfOneLine = 100;

/** The printed members of a list or an object in their brackets: on one line where that fits, else one a line, `last` after the last. */
export function inBrackets(
  members: readonly string[],
  kind: 'list' | 'object',
  indent: string,
  last: '' | ',',
): string {
  const [open, close] = kind === 'list' ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return open + close;
  const oneLine = kind === 'list' ? `[${members.join(', ')}]` : `{ ${members.join(', ')} }`;
  if (!oneLine.includes('\n') && indent.length + oneLine.length <= widthOfOneLine) return oneLine;
  return `${open}\n${members.map((member) => `${indent}  ${member}`).join(',\n')}${last}\n${indent}${close}`;
}
