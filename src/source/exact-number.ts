/**
 * Whether a JSON or YAML number in decimal notation survives as a double: integers up to 2^53 - 1 exactly,
 * others without losing a digit. A silent rounding would serve something else than what the author wrote.
 */
export function numberProblem(text: string, value: number): string | undefined {
  if (!Number.isFinite(value)) return 'is not finite';
  if (/^[-+]?\d+$/.test(text) || /^0[xo]/.test(text)) {
    return Number.isSafeInteger(value) ? undefined : 'is beyond 2^53 - 1 and would be rounded';
  }
  return canonical(text) === canonical(String(value)) ? undefined : `would be rounded to ${value}`;
}

/** Sign, significant digits and exponent of a decimal number, so that two spellings of one number compare equal. */
function canonical(text: string): string {
  const match = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign === '-' ? '-' : ''}${significant}e${power}`;
}
