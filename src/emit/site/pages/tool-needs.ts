import type { Dependency } from '../../../manifest/manifest.generated.js';
import type { ToolModel } from '../../../model/model.js';
import type { Section } from '../frame.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { pairs, table } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';
import { grouped } from '../words.js';

/** `performance`: what the author measured, and nothing else. */
export function performanceSection({ performance }: ToolModel): Section | undefined {
  if (performance === undefined) return undefined;
  const { resource_usage: usage = {} } = performance;
  const quantity = (value: number | undefined, unit: string) =>
    value === undefined ? undefined : html`<span class="number">${text(grouped(value))}</span> ${text(unit)}`;
  const body = pairs([
    ['Half of the calls within', quantity(performance.latency_p50_ms, 'ms')],
    ['95 of 100 within', quantity(performance.latency_p95_ms, 'ms')],
    ['99 of 100 within', quantity(performance.latency_p99_ms, 'ms')],
    ['Throughput', quantity(performance.throughput_rps, 'calls a second')],
    ['Error rate', quantity(performance.error_rate, 'of all calls')],
    ['Processors', quantity(usage.cpu_utilization, 'in use')],
    ['Memory', quantity(usage.memory_usage_mb, 'MB')],
    ['Network', quantity(usage.network_io_kbps, 'kbit/s')],
    ['Disk', quantity(usage.disk_io_kbps, 'kbit/s')],
  ]);
  return { id: 'performance', title: 'Performance', body };
}

/** `dependencies`, and the tools that depend on this one. */
export function dependenciesSection({ name, dependencies }: ToolModel, place: Place): Section | undefined {
  const neededBy = place.site.neededBy.get(name) ?? [];
  if (dependencies.length === 0 && neededBy.length === 0) return undefined;
  const list =
    dependencies.length === 0
      ? nothing
      : table({
          caption: 'What the tool needs',
          columns: ['Name', 'Kind', 'Needed', 'For'],
          rows: dependencies.map((each) => [
            nameOf(each, place),
            text(each.type),
            text(each.required === false ? 'optional' : 'required'),
            each.description === undefined ? nothing : text(each.description),
          ]),
        });
  const others =
    neededBy.length === 0
      ? nothing
      : html`<p>Needed by ${join(
          neededBy.map((tool) => place.callable(tool.name)),
          text(', '),
        )}.</p>`;
  return { id: 'dependencies', title: 'Dependencies', body: html`${list}${others}` };
}

function nameOf({ type, name, version }: Dependency, place: Place): Html {
  if (type === 'tool') return place.callable(name);
  if (type === 'resource') return place.resource(name);
  if (type === 'environment' && place.site.model.environment.some((each) => each.name === name))
    return html`<a class="ref" href="${place.to(pages.contract, 'environment')}">${code(name)}</a>`;
  return version === undefined ? code(name) : html`${code(name)} ${code(version)}`;
}
