/** The types of Enhanced MCP 2.0 that callers of a client name; generated clients show them as `enhanced`. */
export type { CoreCapability, ExtensionIssue } from './core.js';
export type { DiscoveredTool, DiscoverFilter } from './discover.js';
export type {
  Capability,
  CompositionHints,
  Dependency,
  Discovery,
  Documentation,
  EffectType,
  Example,
  Link,
  PerformanceMetrics,
  PipelinePosition,
  ResourceUsage,
  ResultMapping,
  RiskLevel,
  SideEffect,
  ToolSemantics,
} from './discovery.js';
export type { Enhanced } from './negotiation.js';
export type { Plan, PlanEffect, PlanOptions, PlanStep, Plans, Risk } from './plan.js';
export type { PlanGoal, PlanStart, Vocabulary } from './plan-ends.js';
