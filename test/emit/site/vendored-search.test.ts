import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAsset } from '../../../src/host/package-assets.js';

test('the search of the site is the installed MiniSearch, with its licence', () => {
  const script = fileURLToPath(new URL('../../../scripts/vendor-minisearch.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readAsset('templates/site/assets/minisearch.js')).toContain('Permission is hereby granted, free of charge');
});
