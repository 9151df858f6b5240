import * as Flags from '@oclif/core/flags';
import { BaseCommand } from '../cli/base-command.js';
import { wantsColour } from '../cli/terminal.js';
import { UsageError } from '../cli/usage-error.js';
import { jsonText } from '../diagnostics/reporters/json-text.js';
import { createNodeHost } from '../host/node-host.js';
import { describePlans } from '../plan/describe-plans.js';
import { type UnknownEnd, unknownEnd } from '../plan/unknown-end.js';
import { graphOfProject } from '../plan-project.js';
import { plan } from '../runtime/plan.js';

export default class Plan extends BaseCommand {
  static override summary = 'Find the pipelines that composition allows between two tools or schemas.';
  static override description =
    'Works from the contract alone: `composition` says what feeds what. Pipelines are ranked by risk, by declared latency and by length. A name is a tool’s, or else a shared schema’s; `tool:`, `schema:`, `capability:` or `category:` before it says which. Fails like check when the contract has errors.';
  static override examples = [
    '<%= config.bin %> plan --from search_tickets --to close_ticket',
    '<%= config.bin %> plan --from schema:Ticket --to category:reports --max-risk low',
    '<%= config.bin %> plan --to capability:answer_customer --format json',
  ];
  static override flags = {
    from: Flags.string({
      summary: 'What is at hand: a tool’s result, or a value of a shared schema. Without it, nothing is.',
      helpValue: '<tool|schema>',
    }),
    to: Flags.string({
      summary: 'What is wanted: a tool, a shared schema, or a capability or category that the last tool names.',
      helpValue: '<tool|schema|capability:…|category:…>',
      required: true,
    }),
    'max-steps': Flags.integer({ summary: 'The most tools in a pipeline.', helpValue: '<n>', min: 1, max: 12 }),
    'max-results': Flags.integer({ summary: 'The most pipelines.', helpValue: '<n>', min: 1, max: 100 }),
    'max-risk': Flags.option({
      options: ['none', 'low', 'medium', 'high', 'critical'] as const,
      summary: 'Leave out tools with a higher risk, and those that declare none.',
    })(),
    format: Flags.option({
      options: ['pretty', 'json'] as const,
      summary: 'How the pipelines, or the errors, are printed.',
      default: 'pretty' as const,
    })(),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Plan);
    const { graph, diagnostics, project } = graphOfProject(createNodeHost(this.projectFolder(flags.dir)));
    if (graph === undefined) {
      await this.report({ diagnostics, files: [], shown: project?.limits.findings }, flags);
      return;
    }
    const { from, to, 'max-steps': max_steps, 'max-results': max_results, 'max-risk': max_risk } = flags;
    const unknown = unknownEnd(graph, { from, to });
    if (unknown !== undefined) throw new UsageError(problemOf(unknown));
    const wanted = { from, to, max_steps, max_results, max_risk };
    const found = plan(graph, wanted);
    const colour = wantsColour(process.stdout, process.env);
    this.print(flags.format === 'json' ? jsonText(found) : describePlans(found, wanted, colour));
  }
}

function problemOf({ end, name, meant }: UnknownEnd): string {
  const kinds = end === 'from' ? 'no tool and no shared schema' : 'no tool, shared schema, capability or category';
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `--${end}: the contract has ${kinds} ${JSON.stringify(name)}${hint}`;
}
