import { expect, test } from 'vitest';
import { ProgressMeter } from '../../../src/runtime/progress-meter.js';

test('what a step reports after its end counts no more', () => {
  const told: number[] = [];
  const meter = new ProgressMeter(
    2,
    ({ progress }) => told.push(progress),
    (error) => {
      throw error;
    },
  );
  const listen = meter.listenTo('first');
  listen?.({ progress: 1, total: 2 });
  meter.end('first', 'has finished');
  listen?.({ progress: 2, total: 2 });
  meter.end('second', 'has finished');
  expect(told).toEqual([0.5, 1, 2]);
});
