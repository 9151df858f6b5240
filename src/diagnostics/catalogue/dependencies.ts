import { entry } from './entry.js';

export const dependencyEntries = {
  'dependencies/unknown': entry<{ type: string; name: string; suggestion?: string | undefined }>({
    severity: 'error',
    message: ({ type, name }) =>
      type === 'environment'
        ? `this needs the variable ${JSON.stringify(name)}, and \`environment\` of mcpgen.yaml does not declare it`
        : `this needs the ${type} ${JSON.stringify(name)}, and the contract has none`,
    help: ({ type, name, suggestion }) => {
      if (suggestion !== undefined) return `did you mean \`${suggestion}\`?`;
      if (type === 'environment')
        return `declare it in mcpgen.yaml: \`environment: { ${name}: { description: ... } }\``;
      return type === 'tool'
        ? 'name a tool of this contract, or say `type: service` of something outside it'
        : 'name a resource of this contract, or write the URI of one outside it with its scheme, such as `desk://tickets/open`';
    },
  }),
  'dependencies/cycle': entry<{ cycle: readonly string[] }>({
    severity: 'error',
    message: ({ cycle }) =>
      cycle.length === 2
        ? `the tool ${JSON.stringify(cycle[0])} needs itself`
        : `these tools need each other: ${cycle.map((name) => JSON.stringify(name)).join(' needs ')}`,
    help: () => 'remove one of the entries, or say `required: false` where one tool works without the other',
  }),
  'dependencies/name': entry<{ type: string; name: string; problem: string; help: string }>({
    severity: 'error',
    message: ({ type, name, problem }) => `${JSON.stringify(name)} ${problem}, as the name of a ${type} must be`,
    help: ({ help }) => help,
  }),
  'dependencies/version': entry<{ version: string; problem: string; help: string }>({
    severity: 'error',
    message: ({ version, problem }) => `the version ${JSON.stringify(version)} ${problem}`,
    help: ({ help }) => help,
  }),
  'dependencies/duplicate': entry<{ type: string; name: string }>({
    severity: 'error',
    message: ({ type, name }) => `the ${type} ${JSON.stringify(name)} is listed twice`,
    help: () => 'remove one of the two',
  }),
  'dependencies/spelling': entry<{ name: string; other: string }>({
    severity: 'warning',
    message: ({ name, other }) =>
      `the services ${JSON.stringify(name)} and ${JSON.stringify(other)} differ in case only, and count as two`,
    help: ({ other }) => `write \`${other}\` in both places, if they are one`,
  }),
  'dependencies/optional-variable': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `the variable ${JSON.stringify(name)} is needed here, and optional in mcpgen.yaml`,
    help: ({ name }) =>
      `say \`required: false\` here, or remove it from \`environment.${name}\`: then no server starts without the variable`,
  }),
  'dependencies/package-undeclared': entry<{ name: string; range: string; list?: string | undefined }>({
    severity: 'warning',
    message: ({ name, list }) =>
      list === undefined
        ? `the package ${JSON.stringify(name)} is needed here, and package.json does not ask for it`
        : `the package ${JSON.stringify(name)} is needed here, and package.json has it among \`${list}\` only, which a server in production lacks`,
    help: ({ name, range }) => `run \`npm install ${range === '' ? name : JSON.stringify(`${name}@${range}`)}\``,
  }),
  'dependencies/package-range': entry<{ name: string; range: string; declared: string }>({
    severity: 'error',
    message: ({ name, range, declared }) =>
      `${JSON.stringify(name)} is needed in a version of ${JSON.stringify(range)}, and package.json asks for ${JSON.stringify(declared)}: no version is both`,
    help: () => 'change one of the two ranges',
  }),
};
