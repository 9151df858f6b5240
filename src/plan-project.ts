import { type Analysis, analyse } from './compile.js';
import type { Host } from './host/host.js';
import { type Clock, Deadline, deadlineFinding, systemClock } from './limits/deadline.js';
import { contractGraph } from './plan/contract-graph.js';
import type { CompositionGraph } from './runtime/composition.js';

/** What a check gives, and the graph that plans are made from when there is no error. */
export interface ProjectGraph extends Analysis {
  readonly graph?: CompositionGraph;
}

/** Checks a project, and draws the composition graph of its contract. */
export function graphOfProject(host: Host, clock: Clock = systemClock): ProjectGraph {
  const analysis = analyse(host, { clock });
  const { project, model } = analysis;
  if (project === undefined || model === undefined) return analysis;
  try {
    return { ...analysis, graph: contractGraph(model, new Deadline(project.limits.seconds, clock, clock())) };
  } catch (error) {
    return { ...analysis, diagnostics: [...analysis.diagnostics, deadlineFinding(error)] };
  }
}
