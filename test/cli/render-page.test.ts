import { expect, test } from 'vitest';
import { renderPage } from '../../src/cli/render-page.js';

const page = '# a/b\n\nA sentence with `code`.\n\n## Wrong\n\n```yaml\n# not a heading\n\ntools: []\n```\n';

test('headings without marks, code indented without fences', () => {
  expect(renderPage(page, false)).toBe(
    'a/b\n\nA sentence with `code`.\n\nWrong\n\n    # not a heading\n\n    tools: []\n',
  );
});

test('headings are bold at a terminal', () => {
  expect(renderPage(page, true)).toContain('\u001b[1mWrong\u001b[22m\n');
});
