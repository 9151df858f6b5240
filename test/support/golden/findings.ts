import type { Log } from 'sarif';

/** What every format must agree on about a finding. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string | undefined;
  /** `path:line:column`, or empty for a finding about the project as a whole. */
  readonly place: string;
}

interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help?: string;
  readonly file?: string;
  readonly range?: { readonly start: { readonly line: number; readonly column: number } };
}

/** The findings of `--format json`. */
export function findingsOfJson(text: string): Finding[] {
  const { diagnostics } = JSON.parse(text) as { diagnostics: JsonFinding[] };
  return diagnostics.map(({ code, severity, message, help, file, range }) => {
    const place = file === undefined || range === undefined ? '' : `${file}:${range.start.line}:${range.start.column}`;
    return { code, severity, message, help, place };
  });
}

const severities: Readonly<Record<string, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'info',
  notice: 'info',
};

/** The findings of `--format sarif`, where what concerns the whole project is shown at mcpgen.yaml. */
export function findingsOfSarif(text: string): Finding[] {
  const results = (JSON.parse(text) as Log).runs[0]?.results ?? [];
  return results.map(({ ruleId, level, message, locations }) => {
    const [text = '', help] = (message.text ?? '').split('\nhelp: ');
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    const column = region?.startColumn;
    return {
      code: String(ruleId),
      severity: severities[String(level)] ?? '',
      message: text,
      help,
      place: column === undefined ? '' : `${decodeURI(artifactLocation?.uri ?? '')}:${region?.startLine}:${column}`,
    };
  });
}

/** The findings of `--format github`: workflow commands with a code for a title. */
export function findingsOfGithub(text: string): Finding[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, command = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
      const property = new Map(
        properties.split(',').map((each) => [each.split('=')[0], decode(each.replace(/^\w+=/, ''))]),
      );
      const code = property.get('title') ?? '';
      if (!code.includes('/')) return [];
      const lines = decode(data).split('\n');
      const help = lines.find((each) => each.startsWith('help: '))?.slice('help: '.length);
      // GitHub takes columns only for a place within one line.
      const place = property.has('file')
        ? `${property.get('file')}:${property.get('line')}:${property.get('col') ?? '?'}`
        : '';
      return [{ code, severity: severities[command] ?? '', message: lines[0] ?? '', help, place }];
    });
}

function decode(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
