import { visible } from '../diagnostics/reporters/visible.js';

/** What to type after `init`, the last line being how to see it work. `folder` is relative to the current one, or empty. */
export function nextSteps(folder: string, platform: NodeJS.Platform): string {
  const steps = ['npm install', 'npm run build', 'npm test'];
  if (folder !== '') steps.unshift(`cd ${shellWord(folder, platform)}`);
  return steps.map((step) => `  ${step}\n`).join('');
}

function shellWord(text: string, platform: NodeJS.Platform): string {
  if (/^[\w./\\:@][\w./\\:@-]*$/.test(text)) return text;
  return platform === 'win32' ? `"${visible(text)}"` : `'${visible(text).replaceAll("'", "'\\''")}'`;
}
