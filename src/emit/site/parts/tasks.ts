import type { TaskModel } from '../../../model/task-support.js';
import type { Section } from '../frame.js';
import { html } from '../html/html.js';
import { text } from '../html/text.js';
import { duration } from '../words.js';
import { pairs } from './tables.js';

/** `tasks`: how calls that take long become tasks. */
export function tasksSection(tasks: TaskModel | undefined): Section | undefined {
  if (tasks === undefined) return undefined;
  const { required, start, ttlMs, pollIntervalMs } = tasks;
  const body = html`<p>A call takes long. Clients that declare <code>io.modelcontextprotocol/tasks</code> get a task at once: they ask for its state and its result, answer its questions, and may cancel it.</p>
${pairs([
  [
    'Becomes a task',
    text(start === 'call' ? 'as soon as its arguments have been checked' : 'when the tool says so, or not at all'),
  ],
  ['Other clients', text(required ? 'are refused, with error -32021' : 'wait for the result')],
  ['Is kept for', text(duration(ttlMs))],
  ['Ask again after', text(duration(pollIntervalMs))],
])}`;
  return { id: 'tasks', title: 'Long-running', body };
}
