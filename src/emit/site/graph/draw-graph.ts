import { type Attribute, type Href, type Html, html, nothing } from '../html/html.js';
import { attribute, text } from '../html/text.js';
import type { LayOut, Layout, Point, Size } from './layout.js';

/** A box of a drawing. */
export interface DrawnBox {
  /** The first line, in the typeface of code. */
  readonly name: string;
  /** Smaller lines below it. */
  readonly notes: readonly string[];
  /** What a screen reader says after the lines. */
  readonly label: string;
  readonly href: Href;
  /** Classes of ours that give it its colours. */
  readonly classes: string;
}

export interface DrawnArrow {
  /** Places in the list of boxes. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isDashed?: boolean;
}

export interface Drawing {
  /** Starts the ids inside, which are unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly boxes: readonly DrawnBox[];
  readonly arrows: readonly DrawnArrow[];
}

const longestName = 30;
const longestNote = 36;
const nameWidth = 8.1;
const noteWidth = 6.6;
const lineHeight = 17;
const sides = 30;

/** A graph as an SVG whose boxes are links. Sizes are guessed from the number of characters, the same everywhere. */
export function drawGraph({ id, title, description, boxes, arrows }: Drawing, layOut: LayOut): Html {
  const sizes = boxes.map(sizeOf);
  const layout = layOut({ boxes: sizes, arrows });
  const titleId = attribute(`${id}-title`);
  const descriptionId = attribute(`${id}-description`);
  return html`<svg class="graph" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-labelledby="${titleId}" aria-describedby="${descriptionId}">
<title id="${titleId}">${text(title)}</title>
<desc id="${descriptionId}">${text(description)}</desc>
${arrows.map((arrow, index) => drawArrow(arrow, layout.arrows[index]))}${boxes.map((box, index) => drawBox(box, index, sizes[index], layout))}</svg>`;
}

function sizeOf({ name, notes }: DrawnBox): Size {
  const widest = Math.max(
    clip(name, longestName).length * nameWidth,
    ...notes.map((each) => clip(each, longestNote).length * noteWidth),
  );
  return {
    width: Math.max(96, Math.round(widest + sides)),
    height: 26 + lineHeight * notes.length + (notes.length > 0 ? 2 : 6),
  };
}

function drawBox(box: DrawnBox, index: number, size: Size | undefined, layout: Layout): Html {
  const centre = layout.boxes[index];
  if (centre === undefined || size === undefined) throw new Error(`box ${index} was not laid out`);
  const [x, y] = [Math.round(centre.x - size.width / 2), Math.round(centre.y - size.height / 2)];
  const lines = box.notes.map(
    (note, line) =>
      html`<text class="note" x="${x + 16}" y="${y + 21 + lineHeight * (line + 1)}">${text(clip(note, longestNote))}</text>`,
  );
  const isClipped = [...box.name].length > longestName;
  const full = isClipped ? html`<title>${text(box.name)}</title>` : nothing;
  const seen = [clip(box.name, longestName), ...box.notes.map((note) => clip(note, longestNote))].join(' ');
  const label = `${seen}${isClipped ? `, ${box.name}` : ''}${box.label === '' ? '' : `, ${box.label}`}`;
  return html`<a class="${attribute(`box ${box.classes}`)}" href="${box.href}" aria-label="${attribute(label)}" data-box="${index}">${full}<rect class="face" x="${x}" y="${y}" width="${size.width}" height="${size.height}" rx="8"/><rect class="edge" x="${x}" y="${y + 8}" width="4" height="${size.height - 16}" rx="2"/><text x="${x + 16}" y="${y + (lines.length > 0 ? 20 : size.height / 2 + 5)}">${text(clip(box.name, longestName))}</text>${lines.map((line) => html` ${line}`)}</a>
`;
}

function drawArrow({ from, to, label, isDashed }: DrawnArrow, place: Layout['arrows'][number] | undefined): Html {
  const [start, ...rest] = place?.curve ?? [];
  if (place === undefined || start === undefined) throw new Error('an arrow was not laid out');
  const kind = attribute(isDashed === true ? 'arrow dashed' : 'arrow');
  return html`<g class="${kind}" data-from="${from}" data-to="${to}"><title>${text(label)}</title><path class="line" d="${curve(start, rest)}"/><path class="head" d="${head(rest.at(-1) ?? start, place.tip)}"/></g>
`;
}

function curve(start: Point, rest: readonly Point[]): Attribute {
  return attribute(`M${at(start)}C${rest.map(at).join(' ')}`);
}

/** A triangle whose base is where the curve ends. */
function head(base: Point, tip: Point): Attribute {
  const [dx, dy] = [tip.x - base.x, tip.y - base.y];
  const side = (sign: number): Point => ({ x: round(base.x - sign * dy * 0.45), y: round(base.y + sign * dx * 0.45) });
  return attribute(`M${at(tip)}L${at(side(1))} ${at(side(-1))}Z`);
}

function at({ x, y }: Point): string {
  return `${x},${y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function clip(value: string, most: number): string {
  const characters = [...value];
  return characters.length <= most ? value : `${characters.slice(0, most - 1).join('')}…`;
}
