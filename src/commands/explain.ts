import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BaseCommand } from '../cli/base-command.js';
import { readPage } from '../cli/pages.js';
import { renderPage } from '../cli/render-page.js';
import { wantsColour } from '../cli/terminal.js';
import { UsageError } from '../cli/usage-error.js';
import { areaOf, titleOfArea } from '../diagnostics/catalogue/areas.js';
import { catalogue, type DiagnosticCode, diagnosticCodes, isDiagnosticCode } from '../diagnostics/catalogue.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import { pageUrl } from '../diagnostics/page-url.js';
import { jsonText } from '../diagnostics/reporters/json-text.js';
import { severityColours, styles } from '../diagnostics/reporters/style.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { ruleFacts } from '../rule-facts.js';

export default class Explain extends BaseCommand {
  static override summary = 'Say what a finding means, why it matters, and how to mend it.';
  static override description = 'Without a code, lists all codes by area, with their severities.';
  static override examples = [
    '<%= config.bin %> explain manifest/unknown-key',
    '<%= config.bin %> explain lint/deep-nesting',
    '<%= config.bin %> explain --format json',
  ];
  static override args = {
    code: Args.string({ description: 'The code of a finding, such as manifest/unknown-key.' }),
  };
  static override flags = {
    format: Flags.option({
      options: ['pretty', 'json'] as const,
      summary: 'How the page is printed.',
      default: 'pretty' as const,
    })(),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const asJson = flags.format === 'json';
    if (args.code === undefined)
      this.print(asJson ? jsonText(diagnosticCodes.map(overview)) : list(wantsColour(process.stdout, process.env)));
    else this.print(page(codeOf(args.code), asJson));
  }
}

function codeOf(text: string): DiagnosticCode {
  if (isDiagnosticCode(text)) return text;
  const meant = didYouMean(text, diagnosticCodes) ?? diagnosticCodes.find((code) => code.endsWith(`/${text}`));
  const hint = meant === undefined ? '`mcpgen explain` lists all' : `did you mean ${meant}?`;
  throw new UsageError(`unknown code ${JSON.stringify(text)}; ${hint}`);
}

interface Overview {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly url: string;
}

function overview(code: DiagnosticCode): Overview {
  return { code, severity: catalogue[code].severity, title: readPage(code).title, url: pageUrl(code) };
}

/** By area, a line each: code, severity, title. */
function list(colour: boolean): string {
  const { paint } = styles(colour);
  const width = Math.max(...diagnosticCodes.map((code) => code.length));
  const areas = [...new Set(diagnosticCodes.map(areaOf))].map((area) => {
    const codes = diagnosticCodes.filter((code) => areaOf(code) === area).map(overview);
    const lines = codes.map(
      ({ code, severity, title }) =>
        `  ${code.padEnd(width)}  ${paint(severityColours[severity], severity.padEnd(7))}  ${title}\n`,
    );
    return `${paint('bold', titleOfArea(area))}\n${lines.join('')}`;
  });
  return areas.join('\n');
}

function page(code: DiagnosticCode, asJson: boolean): string {
  const { markdown } = readPage(code);
  const known = overview(code);
  if (asJson) return jsonText({ ...known, ...ruleFacts(code), markdown });
  const colour = wantsColour(process.stdout, process.env);
  const { paint } = styles(colour);
  // Of a rule its page says more: the levels of both rulesets.
  const severity =
    ruleFacts(code) !== undefined ? '' : `Severity: ${paint(severityColours[known.severity], known.severity)}\n`;
  return `${renderPage(markdown, colour)}\n${severity}Page: ${known.url}\n`;
}
