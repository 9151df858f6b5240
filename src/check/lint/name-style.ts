/** How the words of a name are put together. */
export type NameStyle = 'snake_case' | 'kebab-case' | 'camelCase' | 'PascalCase' | 'dotted.case' | 'Mixed_style';

/** The style of a name; undefined for a single word in lower case, which is in all of them. */
export function styleOf(name: string): NameStyle | undefined {
  const hasHump = /[a-z0-9][A-Z]/.test(name);
  const separators = new Set(name.match(/[_.-]/g) ?? []);
  if (separators.size > 1 || (separators.size === 1 && hasHump)) return 'Mixed_style';
  if (separators.has('_')) return 'snake_case';
  if (separators.has('-')) return 'kebab-case';
  if (separators.has('.')) return 'dotted.case';
  if (/^[A-Z]/.test(name)) return 'PascalCase';
  return hasHump ? 'camelCase' : undefined;
}
