import { expect, test } from 'vitest';
import { rules } from '../../src/check/rules/index.js';
import { readPage } from '../../src/cli/pages.js';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';

// What a page calls wrong is what its rule finds, and what it calls right is not. Examples that are no whole file are in `text`.

const config = 'mcpgen: 1\nserver: { name: desk, version: 1.0.0 }\n';
const manifest =
  'tools:\n  - { name: get_order, inputSchema: { type: object } }\n  - { name: get_ticket, inputSchema: { type: object } }\n';

interface Example {
  readonly id: string;
  readonly kind: 'wrong' | 'right';
  readonly text: string;
}

const examples = rules.flatMap(({ id }): Example[] => {
  const [, wrong = '', right = ''] = readPage(`lint/${id}`).markdown.split(/^## (?:Wrong|Right)$/m);
  const textOf = (section: string) => /^```yaml\n([\s\S]*?)^```$/m.exec(section)?.[1];
  return [
    { id, kind: 'wrong', text: textOf(wrong) ?? '' } as const,
    { id, kind: 'right', text: textOf(right) ?? '' } as const,
  ].filter(({ text }) => text !== '');
});

/** The findings of one rule in an example, and every finding that means that the example is not even a contract. */
function codesOf({ id, text }: Example): string[] {
  const lint = `lint: { ruleset: none, rules: { ${id}: warning } }\n`;
  const isManifest = /^(?:tools|schemas|workflows):/m.test(text);
  const server = /^server:/m.test(text) ? 'mcpgen: 1\n' : config;
  const host = createMemoryHost({
    'mcpgen.yaml': isManifest ? config + lint : server + text + lint,
    'manifests/tools.yaml': isManifest ? text : manifest,
  });
  const { diagnostics } = analyse(host);
  return [...new Set(diagnostics.filter((each) => each.severity === 'error' || each.code === `lint/${id}`))].map(
    ({ code }) => code,
  );
}

test.each(examples.filter(({ kind }) => kind === 'wrong'))('what the page of $id calls wrong is wrong', (example) => {
  expect(new Set(codesOf(example))).toEqual(new Set([`lint/${example.id}`]));
});

test.each(examples.filter(({ kind }) => kind === 'right'))('what the page of $id calls right is right', (example) => {
  expect(codesOf(example)).toEqual([]);
});
