/** A number as people write it: `12,000`. Not the locale's affair, since the output must not depend on one. */
export function grouped(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  if (!/^-?\d{5,}$/.test(whole)) return String(value);
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

/** `1 tool`, `12 tools`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
