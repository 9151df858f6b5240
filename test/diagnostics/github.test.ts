import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalogue.js';
import { githubReport } from '../../src/diagnostics/reporters/github.js';
import { dot, duplicate, hostile, noConfig, RAW, skew, spanOf, tickets } from './support.js';

test('one workflow command a finding', () => {
  expect(githubReport({ diagnostics: [duplicate, dot, noConfig, skew], files: [] }, { folder: 'desk' })).toBe(
    [
      '::notice title=output/version-skew::the output was written by mcpgen 0.0.9, and this is mcpgen 0.1.0%0Ahelp: commit the new output, and use one version for all who build%0Amore: https://github.com/mcpgen/mcpgen/blob/main/docs/diagnostics/output/version-skew.md',
      '::error title=project/no-config::there is no mcpgen.yaml in support%0Ahelp: run `mcpgen init` for a new project, or name the project folder with `--dir`%0Amore: https://github.com/mcpgen/mcpgen/blob/main/docs/diagnostics/project/no-config.md',
      '::error file=desk/manifests/tickets.yaml,line=4,endLine=4,col=11,endColumn=24,title=names/duplicate-tool::the tool "create_ticket" is declared twice%0Adesk/manifests/more.yaml:2:11: declared here as well%0Ahelp: all files of the manifests folder are one namespace: rename or remove one of the two%0Amore: https://github.com/mcpgen/mcpgen/blob/main/docs/diagnostics/names/duplicate-tool.md',
      '::warning file=desk/manifests/tickets.yaml,line=7,endLine=7,col=11,endColumn=24,title=names/dot::some hosts refuse a tool name with a dot: "tickets.close"%0Ahelp: use `_` or `-`%0Amore: https://github.com/mcpgen/mcpgen/blob/main/docs/diagnostics/names/dot.md',
      '',
    ].join('\n'),
  );
});

test('no columns for a place of several lines', () => {
  const several = diagnose('yaml/syntax', { problem: 'bad' }, { span: spanOf(tickets, 'tools:\n  - name') });
  expect(githubReport({ diagnostics: [several], files: [] }, { folder: '' })).toBe(
    '::error file=manifests/tickets.yaml,line=3,endLine=4,title=yaml/syntax::bad%0Amore: https://github.com/mcpgen/mcpgen/blob/main/docs/diagnostics/yaml/syntax.md\n',
  );
});

test('files that are not as they should be, unless a finding says so', () => {
  const files = [
    { path: 'generated/a.ts', status: 'stale' },
    { path: 'generated/b.ts', status: 'edited' },
    { path: 'generated/c.ts', status: 'unchanged' },
  ] as const;
  const edited = diagnose('output/edited', { path: 'generated/b.ts' });
  expect(githubReport({ diagnostics: [edited], files }, { folder: '' }).split('\n')).toEqual([
    expect.stringMatching(/^::error title=output\/edited::generated\/b\.ts was edited/),
    '::error file=generated/a.ts,title=mcpgen::generated/a.ts is not what the manifests say: run `mcpgen build` and commit the result',
    '',
  ]);
});

test('a hostile manifest cannot forge a command', () => {
  const text = githubReport({ diagnostics: [hostile], files: [] }, { folder: '' });
  expect(text).not.toMatch(RAW);
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  const [, properties = '', message = ''] = /^::error (.*?)::(.*)\n$/.exec(text) ?? [];
  expect(properties).toBe('file=manifests/\\u{1b}[2J%2Ca%3Ab%25.yaml,line=1,endLine=2,title=manifest/bad-value');
  expect(message).toContain('\\r\\n::error::forged');
  expect(message).toContain('\\u{e0041}%250A is refused%0A');
});
