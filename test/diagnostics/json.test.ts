import { expect, test } from 'vitest';
import { pageUrl } from '../../src/diagnostics/page-url.js';
import { jsonReport } from '../../src/diagnostics/reporters/json.js';
import { duplicate, HOSTILE, hostile, noConfig, RAW } from './support.js';

test('the object of the command line contract', () => {
  const report = {
    diagnostics: [duplicate, noConfig],
    files: [
      { path: 'generated/b.ts', status: 'stale', diff: '-a\n+b\n' },
      { path: 'generated/a.ts', status: 'unchanged' },
    ],
  } as const;
  expect(jsonReport(report)).toBe(`{
  "diagnostics": [
    {
      "code": "project/no-config",
      "severity": "error",
      "message": "there is no mcpgen.yaml in support",
      "help": "run \`mcpgen init\` for a new project, or name the project folder with \`--dir\`",
      "url": "${pageUrl('project/no-config')}"
    },
    {
      "code": "names/duplicate-tool",
      "severity": "error",
      "message": "the tool \\"create_ticket\\" is declared twice",
      "file": "manifests/tickets.yaml",
      "range": {
        "start": {
          "line": 4,
          "column": 11
        },
        "end": {
          "line": 4,
          "column": 24
        }
      },
      "related": [
        {
          "message": "declared here as well",
          "file": "manifests/more.yaml",
          "range": {
            "start": {
              "line": 2,
              "column": 11
            },
            "end": {
              "line": 2,
              "column": 24
            }
          }
        }
      ],
      "help": "all files of the manifests folder are one namespace: rename or remove one of the two",
      "url": "${pageUrl('names/duplicate-tool')}"
    }
  ],
  "files": [
    {
      "path": "generated/a.ts",
      "status": "unchanged"
    },
    {
      "path": "generated/b.ts",
      "status": "stale",
      "diff": "-a\\n+b\\n"
    }
  ]
}
`);
});

test('hostile text arrives whole, and never raw', () => {
  const text = jsonReport({ diagnostics: [hostile], files: [{ path: HOSTILE, status: 'stale', diff: HOSTILE }] });
  expect(text).not.toMatch(RAW);
  const parsed = JSON.parse(text) as { diagnostics: { message: string; file: string }[]; files: { diff: string }[] };
  expect(parsed.diagnostics[0]).toMatchObject({ message: hostile.message, file: hostile.span?.file.path });
  expect(parsed.files[0]?.diff).toBe(HOSTILE);
});
