import { expect, test } from 'vitest';
import { emitSite } from '../../../src/emit/site/emit-site.js';
import { componentsOf, compositionEdges } from '../../../src/emit/site/graph/composition-graph.js';
import { drawGraph } from '../../../src/emit/site/graph/draw-graph.js';
import { isDrawable, loadLayout } from '../../../src/emit/site/graph/layout.js';
import { pageHref } from '../../../src/emit/site/html/href.js';
import { readAsset } from '../../../src/host/package-assets.js';
import { noDeadline } from '../../../src/limits/deadline.js';
import { modelOf } from '../../support/contract.js';

/** Tools that all take and return the same, so that any may feed any. */
function contractOf(feeds: Readonly<Record<string, readonly string[]>>): string {
  const schema = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
  return JSON.stringify({
    tools: Object.entries(feeds).map(([name, composable_with]) => ({
      name,
      description: 'A tool of a graph.',
      inputSchema: schema,
      outputSchema: schema,
      composition: { composable_with },
    })),
  });
}

test('connected parts come the largest first, and lone tools in none', () => {
  const { tools } = modelOf(contractOf({ a: ['b'], b: [], c: ['d'], d: ['e'], e: ['c'], lone: [] }));
  const components = componentsOf(compositionEdges(tools));
  expect(components.map((each) => each.tools.map(({ name }) => name))).toEqual([
    ['c', 'd', 'e'],
    ['a', 'b'],
  ]);
});

test('boxes stand apart, and each arrow ends at its box', async () => {
  const layOut = await loadLayout();
  const size = { width: 100, height: 40 };
  const shape = {
    boxes: [size, size, size],
    arrows: [
      { from: 0, to: 1 },
      { from: 1, to: 0 },
      { from: 2, to: 2 },
    ],
  };
  const layout = layOut(shape);
  expect(layOut(shape)).toEqual(layout);
  for (const [index, { x, y }] of layout.boxes.entries()) {
    expect(x - 50).toBeGreaterThanOrEqual(0);
    expect(x + 50).toBeLessThanOrEqual(layout.width);
    expect(y + 20).toBeLessThanOrEqual(layout.height);
    for (const other of layout.boxes.slice(index + 1)) {
      expect(Math.abs(x - other.x) >= 100 || Math.abs(y - other.y) >= 40).toBe(true);
    }
  }
  const [target] = layout.boxes.slice(1);
  const tip = layout.arrows[0]?.tip;
  expect(Math.abs((tip?.x ?? 0) - (target?.x ?? 0))).toBeLessThanOrEqual(52);
  expect(Math.abs((tip?.y ?? 0) - (target?.y ?? 0))).toBeLessThanOrEqual(22);
});

test('a drawing says what it shows, whatever its texts are', async () => {
  const href = pageHref('a.html', 'b.html');
  const box = (name: string) => ({ name, notes: ['<b>'], label: 'risk: high', href, classes: 'risk-high' });
  const { markup } = drawGraph(
    {
      id: 'g',
      title: '<script>',
      description: 'd',
      boxes: [box('"><script>'), box('n'.repeat(60))],
      arrows: [{ from: 0, to: 1, label: '</title>' }],
    },
    await loadLayout(),
  );
  expect(markup).not.toContain('<script>');
  expect(markup).not.toContain('<b>');
  expect(markup).toContain('<title>&lt;/title&gt;</title>');
  expect(markup).toContain(`<title>${'n'.repeat(60)}</title>`);
  expect(markup).toContain('aria-label="&quot;&gt;&lt;script&gt; &lt;b&gt;, risk: high"');
});

test('a graph that nobody could follow is told as a list', async () => {
  const names = Array.from({ length: 22 }, (_, index) => `tool_${index}`);
  const feeds = Object.fromEntries(names.map((name) => [name, names.filter((other) => other !== name).slice(0, 12)]));
  const model = modelOf(contractOf(feeds));
  const count = compositionEdges(model.tools).length;
  expect(isDrawable({ boxes: names.length, arrows: count })).toBe(false);
  const files = await emitSite(model, readAsset, noDeadline);
  const page = files.find(({ path }) => path.endsWith('docs/composition.html'))?.text ?? '';
  expect(page).toContain(`22 tools and ${count} arrows are too many to follow in a drawing: see the list.`);
  expect(page).not.toContain('<svg class="graph"');
  expect(page.match(/<tr>/g)).toHaveLength(count + 1);
});
