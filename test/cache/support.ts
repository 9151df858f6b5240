import { jsonReport } from '../../src/diagnostics/reporters/json.js';
import { prettyFindings } from '../../src/diagnostics/reporters/pretty.js';
import type { Report } from '../../src/diagnostics/reporters/report.js';
import type { CacheStore } from '../../src/host/cache-folder.js';

export function memoryStore(): CacheStore {
  const entries = new Map<string, string>();
  return { get: (key) => entries.get(key), put: (key, text) => void entries.set(key, text) };
}

/** All that a report says, for people and for programs. */
export function sayings(report: Report): readonly unknown[] {
  return [
    JSON.parse(jsonReport(report)),
    prettyFindings(report.diagnostics, { colour: false, folder: '', shown: report.shown }),
    report.diagnostics.map(({ fix }) => fix?.map(({ span: { start, end }, replacement }) => [start, end, replacement])),
  ];
}
