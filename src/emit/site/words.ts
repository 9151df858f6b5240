/** A number as people write it: `12,000`. Not the locale's affair, since the output must not depend on one. */
export function grouped(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  if (!/^-?\d{5,}$/.test(whole)) return String(value);
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** `30 minutes`, `1.5 seconds`, `250 ms`: in the largest unit of which there is at least one, and whose number is short. */
export function duration(ms: number): string {
  const unit = units.find(([, length]) => ms >= length && Number.isInteger((ms / length) * 10));
  return unit === undefined ? `${grouped(ms)} ms` : counted(ms / unit[1], unit[0]);
}

/** `1 tool`, `12 tools`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
