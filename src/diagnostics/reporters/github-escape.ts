import { visible } from './visible.js';

/** The message of a workflow command; line feeds are kept, encoded. */
export function githubData(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line).replaceAll('%', '%25'))
    .join('%0A');
}

/** The value of a property of a workflow command. */
export function githubProperty(text: string): string {
  return githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
