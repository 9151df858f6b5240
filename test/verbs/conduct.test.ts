import { expect, test } from 'vitest';
import { conductSaidBy } from '../../src/check/verbs/conduct.js';

interface Said {
  readonly change?: string;
  readonly destruction?: string;
  readonly reading?: string;
}

function said(name: string, description?: string, properties: Record<string, unknown> = {}): Said {
  const inputSchema = { type: 'object', properties };
  const { change, destruction, reading } = conductSaidBy({
    name,
    inputSchema,
    ...(description === undefined ? {} : { description }),
  });
  return {
    ...(change === undefined ? {} : { change: change.what }),
    ...(destruction === undefined ? {} : { destruction: destruction.what }),
    ...(reading === undefined ? {} : { reading: reading.what }),
  };
}

test('a tool that reads says so by its name or its description', () => {
  expect(said('get_ticket')).toEqual({ reading: 'its name says "get"' });
  expect(said('tickets', 'Lists tickets.')).toEqual({ reading: 'its description says "lists"' });
});

test('a change is told by the verb, by a later sentence, or by one of the actions', () => {
  expect(said('create_ticket')).toEqual({ change: 'its name says "create"' });
  expect(said('check_domain', 'Checks a domain. Sends a message to its owner.')).toEqual({
    change: 'its description says "sends"',
  });
  expect(said('check_domain', 'Checks a domain. Updates are shown.')).toEqual({});
  const action = { enum: ['list', 'create'] };
  expect(said('labels', undefined, { action })).toEqual({ change: 'its argument "action" offers "create"' });
  expect(said('calculator', undefined, { operation: { enum: ['add', 'multiply', 'root'] } })).toEqual({});
});

test('of what is managed the actions tell more', () => {
  const operation = { enum: ['list', 'set'] };
  expect(said('manage_contexts', undefined, { operation })).toEqual({
    change: 'its argument "operation" offers "set"',
  });
  expect(said('manage_contexts')).toEqual({ change: 'its name says "manage"' });
});

test('destruction is told by the verb, by the description, by an action or by a switch', () => {
  expect(said('drop_table', 'Drops a table.').destruction).toBe('its name says "drop"');
  expect(said('review_write', 'Create, submit or delete a review.').destruction).toBe('its description says "delete"');
  expect(said('empty_trash', 'Empties the trash.').destruction).toBe('its name says "empty"');
  expect(said('build', 'Builds a site. Its contents are overwritten.').destruction).toBe(
    'its description says "are overwritten"',
  );
  expect(said('get_code', 'Returns a code. Asking again invalidates it.').destruction).toBe(
    'its description says "invalidates"',
  );
  expect(said('labels', undefined, { mode: {}, action: { enum: ['list', 'delete'] } }).destruction).toBe(
    'its argument "action" offers "delete"',
  );
  expect(said('import_project', undefined, { overwrite: { type: 'boolean' } })).toEqual({});
  expect(said('install_theme', 'Installs a theme.', { overwrite: { type: 'boolean' } }).destruction).toBe(
    'it has an argument "overwrite"',
  );
  const force = { type: ['boolean', 'null'], description: 'Overwrite the branch.' };
  expect(said('create_commit', undefined, { force }).destruction).toBe('it has an argument "force"');
  expect(said('create_commit', undefined, { force: { type: 'boolean' } }).destruction).toBeUndefined();
});

test.each([
  'Deletes a page. It can be restored from the trash.',
  'Deletes a page. If `purge` is set, it will be lost.',
])('what comes back is not destroyed: %s', (description) => {
  const { destruction } = said('page', description);
  expect(destruction).toBe(description.includes('trash') ? undefined : 'its description says "deletes"');
});

test.each([
  ['create_invoice', 'Computes an invoice without creating it.'],
  ['apply_patch', 'Applies a patch to a copy. Read-only.'],
  ['update_plan', 'Shows what would change. Nothing is written.'],
  ['delete_preview', 'Deletes nothing: a dry run only.'],
  ['create_draft', 'Creates a text. It does not save anything.'],
])('%s denies a change: %s', (name, description) => {
  expect(said(name, description).change).toBeUndefined();
});

test.each([
  ['create_draft', 'Creates a draft without sending it.'],
  ['create_link', 'Creates a read-only link to a page.'],
  ['create_file', 'Creates a file. Does not modify existing files.'],
  ['create_issue', 'Creates an issue. Cancelling aborts without creating the issue.'],
  ['create_issue', 'Creates an issue. If the title is taken, it does not create one.'],
])('%s does not: %s', (name, description) => {
  expect(said(name, description).change).toBe('its name says "create"');
});
