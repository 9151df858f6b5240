import type { SourceDoc } from '../../source/source-doc.js';
import type { Contract, ToolView } from './contract.js';

/** A part of a contract that a rule of scope `tool` can be held to by itself. */
export interface Part {
  readonly contract: Contract;
  /** The manifest whose tools it has; undefined for the part that has the workflows and shared schemas. */
  readonly doc: SourceDoc | undefined;
}

/** One part for the tools of each manifest, and one for all the rest. */
export function partsOf(contract: Contract): Part[] {
  const byDoc = new Map<SourceDoc, ToolView[]>();
  for (const tool of contract.tools) {
    const { doc } = tool.entry.origin;
    const tools = byDoc.get(doc) ?? [];
    byDoc.set(doc, tools);
    tools.push(tool);
  }
  const none = { tools: [], workflows: [], shared: [] };
  const parts = [...byDoc].map(([doc, tools]): Part => {
    const schemas = tools.flatMap(({ input, output }) => (output === undefined ? [input] : [input, output]));
    return { doc, contract: { ...contract, ...none, tools, schemas } };
  });
  const schemas = contract.schemas.filter(({ owner }) => owner?.kind !== 'tool');
  return [...parts, { doc: undefined, contract: { ...contract, tools: [], schemas } }];
}
