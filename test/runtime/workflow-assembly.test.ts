import { expect, test } from 'vitest';
import { assembleInput, assembleRest } from '../../src/runtime/workflow-assembly.js';
import { WorkflowScope } from '../../src/runtime/workflow-scope.js';

test('where there is nothing at all, an input is an empty object', () => {
  const mappings = [{ from: 'input/none', to: '' }];
  expect(assembleInput(mappings, new WorkflowScope({}))).toEqual({ value: {} });
  expect(assembleRest(mappings, new WorkflowScope({}))).toBeUndefined();
});

test('null for the whole is a value like any other, which checks are told of too', () => {
  const mappings = [{ from: 'input/whole', to: '' }];
  const scope = new WorkflowScope({ whole: null });
  expect(assembleInput(mappings, scope)).toEqual({ value: null });
  expect(assembleRest(mappings, scope)).toBeNull();
});
