import { expect, test } from 'vitest';
import { deedOf } from '../../src/check/verbs/deed.js';
import type { Deed } from '../../src/check/verbs/lexicon.js';

// Names and first sentences as people write them; `?` where neither tells.

const cases: readonly (readonly [name: string, description: string | undefined, deed: Deed | '?'])[] = [
  // The first word that is surely a verb leads.
  ['get_ticket', undefined, 'read'],
  ['get_delete_log', undefined, 'read'],
  ['create_ticket', undefined, 'create'],
  ['ticket_delete', undefined, 'destroy'],
  ['sendEmail', undefined, 'send'],
  ['setHostnameV1', undefined, 'modify'],
  ['VPS_setHostnameV1', 'Set the hostname.', 'modify'],
  ['files.read', undefined, 'read'],
  // Nouns that are verbs elsewhere.
  ['list_updates', undefined, 'read'],
  ['mailing_list_delete', 'Deletes a mailing list.', 'destroy'],
  ['commit_history', undefined, '?'],
  ['commit_list', 'List commits of a branch.', 'read'],
  ['git_commit', 'Commit the staged changes.', 'create'],
  ['repository_archive', 'Get the download URL of an archive.', '?'],
  ['project_archive', 'Archive a project.', 'modify'],
  ['browser_console_messages', 'Returns all console messages', '?'],
  // The description leads where the name has no verb.
  ['mailer', 'Sends a newsletter to all readers.', 'send'],
  ['kubectl_logs', 'Get logs of a pod.', 'read'],
  ['nightly', 'Use this tool when you need to delete old rows.', 'destroy'],
  ['nightly', 'This tool will create a backup.', 'create'],
  ['nightly', 'Allows you to update the plan.', 'modify'],
  ['nightly', '[Beta] Permanently deletes old rows.', 'destroy'],
  ['labels', 'Creates, updates or deletes labels.', 'destroy'],
  ['status', 'The status of all jobs.', 'none'],
  // What is run, tried, looked at or only answered.
  ['run_query', undefined, '?'],
  ['run_query', 'Runs a query.', 'none'],
  ['run_workflow', undefined, 'run'],
  ['exec_in_pod', 'Execute a command in a pod.', 'destroy'],
  ['run_it', undefined, '?'],
  ['test_webhook', undefined, 'send'],
  ['test_connection', undefined, 'none'],
  ['start_recording', undefined, 'none'],
  ['start_server', undefined, 'modify'],
  ['hide_marks', 'Remove a highlight overlay.', 'none'],
  ['create_chart', undefined, 'none'],
  ['generate_report', undefined, 'none'],
  ['evaluate', 'Execute JavaScript in the page.', 'destroy'],
  ['evaluate_model', undefined, 'none'],
  ['run_sql', 'Runs an SQL SELECT query.', 'none'],
  ['call_cli', 'Execute CLI commands with validation.', 'destroy'],
  // The object tells.
  ['resolve_name', undefined, 'none'],
  ['resolve_thread', undefined, 'modify'],
  ['track_event', 'Track an event of a user.', 'create'],
  ['request_review', 'Request a review.', 'send'],
  ['post_analytics', 'Analytics of a post.', '?'],
  ['turn_off_light', 'Turn off a light.', 'modify'],
  // Two verbs in one name.
  ['read_and_delete', 'Read the queue and delete it.', 'destroy'],
  ['get_or_create', undefined, 'create'],
  ['search_and_sort', undefined, 'read'],
  // What is lost.
  ['clear_table', undefined, 'destroy'],
  ['clear_cache', undefined, 'modify'],
  ['rotate_api_key', undefined, 'destroy'],
  ['token_rotate', undefined, 'destroy'],
  ['rotate_image', undefined, 'modify'],
  ['reset_database', undefined, 'destroy'],
  ['reset_hostname', undefined, 'modify'],
  ['factory_reset', 'Reset the device to factory settings.', 'destroy'],
];

test.each(cases)('%s (%s): %s', (name, description, deed) => {
  expect(deedOf(name, description)?.deed ?? '?').toBe(deed);
});
