import type { Deadline } from '../../limits/deadline.js';
import { isEnhanced } from '../../model/extensions.js';
import type { Model } from '../../model/model.js';
import { contractGraph } from '../../plan/contract-graph.js';
import { alternatives, type Code, lines, list, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonLiteral, stringLiteral } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';

/** `client/composition.ts`: what `plan` and `discover` know of the contract; nothing when it does not use Enhanced MCP 2.0. */
export function emitComposition(model: Model, deadline: Deadline): EmittedFile[] {
  if (!isEnhanced(model)) return [];
  const graph = contractGraph(model, deadline);
  const categories = graph.tools.flatMap((tool) => tool.categories ?? []);
  const capabilities = graph.tools.flatMap((tool) => tool.capabilities ?? []);
  return [
    {
      path: `${model.paths.output}/client/composition.ts`,
      kind: 'generated',
      text: moduleText(
        [importTypes(['CompositionGraph'], '../runtime/composition.js')],
        lines(
          docComment('The names that the contract knows.'),
          ts`export interface Names {
  readonly tool:${union(graph.tools.map(({ name }) => name))};
  readonly schema:${union(graph.schemas.map(({ name }) => name))};
  readonly category:${union(categories)};
  readonly capability:${union(capabilities)};
}`,
        ),
        lines(
          docComment('What the tools risk and cost, and what feeds what.'),
          ts`export const composition: CompositionGraph = ${jsonLiteral(JSON.parse(JSON.stringify(graph)))};`,
        ),
      ),
    },
  ];
}

/** From here on, each name has a line of its own, so that a diff shows the one that changed. */
const MANY = 5;

/** What stands behind a member's colon. */
function union(texts: readonly string[]): Code {
  const members = [...new Set(texts)].sort().map(stringLiteral);
  if (members.length === 0) return ts` never`;
  if (members.length < MANY) return ts` ${list(members, ' | ')}`;
  return ts`
  ${alternatives(members)}`;
}
