import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BaseCommand } from '../cli/base-command.js';
import { readPage } from '../cli/pages.js';
import { renderPage } from '../cli/render-page.js';
import { wantsColour } from '../cli/terminal.js';
import { UsageError } from '../cli/usage-error.js';
import { catalogue, type DiagnosticCode, diagnosticCodes, isDiagnosticCode } from '../diagnostics/catalogue.js';
import { jsonText } from '../diagnostics/reporters/json-text.js';
import { didYouMean } from '../diagnostics/suggest.js';

export default class Explain extends BaseCommand {
  static override summary = 'Say what a finding means, why it matters, and how to mend it.';
  static override description = 'Without a code, lists all codes.';
  static override examples = ['<%= config.bin %> explain manifest/unknown-key', '<%= config.bin %> explain'];
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
    if (args.code === undefined) this.print(asJson ? jsonText(diagnosticCodes.map(overview)) : list());
    else this.print(page(codeOf(args.code), asJson));
  }
}

function codeOf(text: string): DiagnosticCode {
  if (isDiagnosticCode(text)) return text;
  const meant = didYouMean(text, diagnosticCodes) ?? diagnosticCodes.find((code) => code.endsWith(`/${text}`));
  const hint = meant === undefined ? '`mcpgen explain` lists all' : `did you mean ${meant}?`;
  throw new UsageError(`unknown code ${JSON.stringify(text)}; ${hint}`);
}

function overview(code: DiagnosticCode): { code: string; severity: string; title: string } {
  return { code, severity: catalogue[code].severity, title: readPage(code).title };
}

function list(): string {
  const width = Math.max(...diagnosticCodes.map((code) => code.length));
  return diagnosticCodes.map((code) => `${code.padEnd(width)}  ${readPage(code).title}\n`).join('');
}

function page(code: DiagnosticCode, asJson: boolean): string {
  const { markdown } = readPage(code);
  if (asJson) return jsonText({ ...overview(code), markdown });
  return renderPage(markdown, wantsColour(process.stdout, process.env));
}
