import { entry } from './entry.js';

export const nameEntries = {
  'names/duplicate-tool': entry<{ name: string; kind: 'tool' | 'workflow' }>({
    severity: 'error',
    message: ({ name, kind }) =>
      kind === 'tool'
        ? `the tool ${JSON.stringify(name)} is declared twice`
        : `a tool or a workflow of the name ${JSON.stringify(name)} is declared already`,
    help: () => 'all files of the manifests folder are one namespace: rename or remove one of the two',
  }),
  'names/duplicate': entry<{ name: string; what: string }>({
    severity: 'error',
    message: ({ name, what }) => `the ${what} ${JSON.stringify(name)} is declared twice`,
    help: () => 'all files of the manifests folder are one namespace: rename or remove one of the two',
  }),
  'names/duplicate-schema': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `the schema ${JSON.stringify(name)} is declared twice`,
    help: () => 'all files of the manifests folder are one namespace: rename or remove one of the two',
  }),
  'names/collision': entry<{ name: string; other: string; kind: 'file name' | 'identifier'; result: string }>({
    severity: 'error',
    message: ({ name, other, kind, result }) =>
      `${JSON.stringify(name)} and ${JSON.stringify(other)} become the same ${kind}, ${JSON.stringify(result)}`,
    help: () => 'rename one of the two; mcpgen never tells them apart by their position',
  }),
  'names/reserved': entry<{ name: string }>({
    severity: 'error',
    message: ({ name }) =>
      `${JSON.stringify(name)} cannot be a name, since every JavaScript object has a member called so`,
    help: () => 'choose another name',
  }),
  'names/dot': entry<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `some hosts refuse a tool name with a dot: ${JSON.stringify(name)}`,
    help: () => 'use `_` or `-`',
  }),
  'names/long': entry<{ name: string; length: number }>({
    severity: 'warning',
    message: ({ name, length }) =>
      `some hosts refuse tool names of more than 64 characters: ${JSON.stringify(name)} has ${length}`,
    help: () => 'shorten it',
  }),
};
