import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typeChecks } from '../e2e/support/compilers.js';
import { buildProjects, type Client, carriers, modes, type Projects, type Server, startServer } from './support.js';

let projects: Projects;
beforeAll(async () => {
  projects = await buildProjects();
});
afterAll(() => projects.remove());

const emitting = { title: 'TypeScript 5.9, NodeNext', compiler: 'typescript', resolution: 'NodeNext' } as const;
const others = typeChecks.filter(({ compiler, resolution }) => compiler !== 'typescript' && resolution === 'NodeNext');

test('what is generated compiles, and wrong use of it does not', { timeout: 300_000 }, async () => {
  expect(await projects.typeCheck(emitting, true)).toBe('');
});

test.each(others)('… with $title', { timeout: 300_000 }, async (check) => {
  expect(await projects.typeCheck(check, false)).toBe('');
});

const eras = ['modern', 'legacy'] as const;
/** Who runs the workflow. The agreement of an exposed one is the server’s to give. */
const ways = ['tools', 'workflows'] as const;

describe.each(modes)('validators: %s', (mode) => {
  describe.each(carriers)('over %s', (carrier) => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer(projects, mode, carrier);
    });
    afterAll(() => server.stop());

    describe.each(eras)('%s', (era) => {
      // A client of an older revision cannot cancel a call over HTTP in a way that a server without sessions can relate to it.
      const reachesServer = !(era === 'legacy' && carrier === 'http');
      let client: Client;
      beforeAll(async () => {
        client = await server.connect(era);
      });
      afterAll(() => client.close());

      /** All that has happened on the server in a run, once this has. */
      const happened = (run: string, event: string) => client.tools['happened']?.({ run, event });
      const ask = ({ input }: { input: { run: string } }) => input.run.startsWith('agreed ');

      describe.each(ways)('run by client.%s', (way) => {
        const call = async (name: string, run: string, more: object = {}, options: object = {}) =>
          client[way][name]?.({ run, ...more }, { ask, ...options });
        const runOf = (name: string) => `${name} ${mode} ${carrier} ${era} ${way}`;

        test('steps that do not depend on each other run at once, and the next one after both', async () => {
          expect(await call('gather', runOf('gather'))).toBe('left and right');
        });

        test('a condition decides whether a step runs', async () => {
          const run = runOf('choose');
          expect(await call('choose', run, { wanted: 'no' })).toEqual({ id: 'none' });
          expect(await call('choose', run, { wanted: 'yes' })).toEqual({ id: `it of ${run}` });
          expect(await happened(run, 'make it')).toEqual(['make it']);
        });

        test('input that the contract does not know runs nothing', async () => {
          await expect(call('choose', runOf('wrong'), { wanted: 'perhaps' })).rejects.toThrow('must be one of');
        });

        test('what fails is tried again', async () => {
          expect(await call('persist', runOf('persist'))).toBe(3);
        });

        test('another tool stands in', async () => {
          const run = runOf('fall_back');
          expect(await call('fallBack', run)).toEqual({ id: `instead of ${run}` });
        });

        test('what fails is left out, and so is what needs it', async () => {
          const run = runOf('leave_out');
          expect(await call('leaveOut', run)).toEqual({ kept: `kept of ${run}` });
          expect(await happened(run, 'make kept')).toEqual(['make kept']);
        });

        test('finished steps are undone, the last first', async () => {
          const run = runOf('undo_all');
          await expect(call('undoAll', run)).rejects.toThrow(
            'The workflow undo_all failed at the step bad: it is broken.\nUndone: two, one.',
          );
          expect(await happened(run, 'unmake one')).toEqual(['make one', 'make two', 'unmake two', 'unmake one']);
        });

        test('workflows run workflows, and each undoes its own', async () => {
          const run = runOf('nest');
          await expect(call('nest', run)).rejects.toThrow(
            /^The workflow nest failed at the step second: The workflow undo_all/,
          );
          const expected = ['make it', 'make one', 'make two', 'unmake two', 'unmake one', 'unmake it'];
          expect(await happened(run, 'unmake it')).toEqual(expected);
        });

        test('cancelling reaches the running step, and what was done before is undone', async () => {
          const run = runOf('hold');
          const controller = new AbortController();
          const ended = call('hold', run, {}, { signal: controller.signal }).catch((error: unknown) => error);
          expect(await happened(run, 'wait started')).toEqual(['make one', 'wait started']);
          controller.abort(new Error('enough'));
          const error = await ended;
          if (way === 'tools') expect(error).toMatchObject({ message: 'enough' });
          else expect(error).toMatchObject({ why: 'cancelled', cause: { message: 'enough' }, undone: ['one'] });
          // Then nothing tells the server that the call is over: of its own workflow, it goes on.
          if (way === 'tools' && !reachesServer) return;
          const events = await happened(run, 'unmake one');
          expect(events).toContain('unmake one');
          if (reachesServer) expect(await happened(run, 'wait aborted')).toContain('wait aborted');
        });

        test('progress says which step has ended, while others run', async () => {
          const run = runOf('progress');
          const controller = new AbortController();
          const seen: unknown[] = [];
          // What is sent right before the answer may be lost on the client's way, so one step runs until the other was heard of.
          const onProgress = (progress: unknown) => {
            seen.push(progress);
            controller.abort();
          };
          await expect(call('hold', run, {}, { onProgress, signal: controller.signal })).rejects.toThrow();
          expect(seen).toEqual([{ progress: 1, total: 2, message: 'one has finished' }]);
        });

        test('nothing happens without consent', async () => {
          const run = runOf('agree');
          expect(await call('agree', run)).toBe('none');
          expect(await call('agree', `agreed ${run}`)).toBe(`it of agreed ${run}`);
        });

        test('what nobody thought of stays hidden', async () => {
          const error = await call('stumble', runOf('stumble')).catch((reason: unknown) => reason);
          expect(String(error)).toMatch(
            /The workflow stumble failed at the step crash: The tool failed \(reference [0-9a-f]{8}\)\.$/,
          );
        });
      });
    });
  });
});
