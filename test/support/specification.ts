/** The types of Enhanced MCP 2.0 (2025-07-13) that are about discovery, with their fields, and our definition of each. */
export interface SpecifiedType {
  readonly type: string;
  /** In the manifest's JSON Schema. */
  readonly definition?: string;
  readonly fields: readonly string[];
  /** The specification names the type and leaves it open: the fields are ours. */
  readonly isOurs?: true;
}

export const specification: readonly SpecifiedType[] = [
  {
    type: 'EnhancedTool',
    definition: 'tool',
    fields: [
      ...['name', 'description', 'inputSchema', 'semantics', 'performance', 'dependencies', 'composition'],
      'documentation',
    ],
  },
  {
    type: 'ToolSemantics',
    definition: 'semantics',
    fields: ['ontology', 'categories', 'capabilities', 'side_effects', 'idempotent', 'deterministic'],
  },
  { type: 'Capability', definition: 'capability', fields: ['type', 'confidence', 'conditions', 'examples'] },
  { type: 'SideEffect', definition: 'sideEffect', fields: ['type', 'scope', 'reversible', 'risk_level'] },
  {
    type: 'CompositionHints',
    definition: 'composition',
    fields: ['composable_with', 'output_compatibility', 'pipeline_position', 'parallelizable', 'stateful'],
  },
  {
    type: 'ToolWorkflow',
    definition: 'workflow',
    fields: ['id', 'name', 'description', 'steps', 'error_handling', 'rollback_strategy'],
  },
  {
    type: 'WorkflowStep',
    definition: 'step',
    fields: ['tool', 'inputs', 'outputs', 'conditions', 'retry_policy'],
  },
  {
    type: 'PerformanceMetrics',
    definition: 'performance',
    fields: [
      ...['latency_p50_ms', 'latency_p95_ms', 'latency_p99_ms', 'throughput_rps', 'error_rate'],
      'resource_usage',
    ],
  },
  {
    type: 'ResourceUsage',
    definition: 'resourceUsage',
    fields: ['cpu_utilization', 'memory_usage_mb', 'network_io_kbps', 'disk_io_kbps'],
  },
  { type: 'Condition', definition: 'condition', fields: ['type', 'parameters'] },
  {
    type: 'Dependency',
    definition: 'dependency',
    fields: ['type', 'name', 'version', 'required', 'description'],
    isOurs: true,
  },
  {
    type: 'Documentation',
    definition: 'documentation',
    fields: ['summary', 'details', 'examples', 'see_also', 'links'],
    isOurs: true,
  },
  { type: 'Example', definition: 'example', fields: ['name', 'description', 'input', 'output', 'error'], isOurs: true },
  { type: 'VersionNegotiation', fields: ['protocolVersion', 'supportedFeatures', 'compatibilityMode'] },
  {
    type: 'CapabilityNegotiation',
    fields: [
      ...['resources', 'prompts', 'tools', 'sampling'],
      ...['securityFramework', 'errorRecovery', 'collaboration', 'humanInterface'],
    ],
  },
];
