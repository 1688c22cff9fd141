// A chart as it stands on the page, as a PNG: the drawing with its colours and type written out, on the page's background.

import { drawingsIn, isShown, paintCells } from './paint-cells';

/** Twice the size on the screen, so that it is sharp on a slide. */
const SCALE = 2;
const MARGIN = 16;
const TITLE_HEIGHT = 28;
const LEGEND_HEIGHT = 22;
/** A picture has not the page's type, so its labels may be wider than they were measured. */
const SLACK = 12;

const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'display',
  'visibility',
  'vector-effect',
] as const;

/** @param figure holds what is marked `data-drawing`: an `svg`, a table, a list, or boxes marked `data-cell`. */
export async function drawPng(figure: HTMLElement, title: string): Promise<Blob | null> {
  const drawing = figure.querySelector('[data-drawing]');
  if (!drawing) return null;
  const frame = extentOf(drawing);
  const canvas = document.createElement('canvas');
  canvas.width = (frame.width + 2 * MARGIN) * SCALE;
  const legend = [...figure.querySelectorAll<HTMLElement>('[data-legend] li')];
  const top = TITLE_HEIGHT + (legend.length > 0 ? LEGEND_HEIGHT : 0);
  canvas.height = (frame.height + top + 2 * MARGIN) * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(figure).getPropertyValue('--color-surface') || 'white';
  paintBackground(pen, figure, canvas);
  writeTitle(pen, figure, title);
  paintLegend(pen, legend);
  pen.translate(MARGIN - frame.left, MARGIN + top - frame.top);
  if (drawing instanceof SVGSVGElement) await paintSvg(pen, drawing);
  else {
    paintCells(pen, drawing);
    for (const one of drawingsIn(drawing)) await paintSvg(pen, one);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

interface Extent {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Everything that is drawn, also labels that stand outside of the plot. */
function extentOf(drawing: Element): Extent {
  const boxes = [drawing, ...drawing.querySelectorAll('text, td, th, [data-cell]')]
    .filter(isShown)
    .map((one) => one.getBoundingClientRect());
  const shown = boxes.filter(({ width }) => width > 0);
  const left = Math.min(...shown.map((box) => box.left));
  const top = Math.min(...shown.map((box) => box.top));
  const width = Math.max(...shown.map((box) => box.right)) - left;
  const height = Math.max(...shown.map((box) => box.bottom)) - top;
  return { left, top, width, height };
}

function paintBackground(pen: CanvasRenderingContext2D, figure: HTMLElement, canvas: HTMLCanvasElement) {
  let element: HTMLElement | null = figure;
  while (element && getComputedStyle(element).backgroundColor === 'rgba(0, 0, 0, 0)') {
    element = element.parentElement;
  }
  if (element) pen.fillStyle = getComputedStyle(element).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
}

function writeTitle(pen: CanvasRenderingContext2D, figure: HTMLElement, title: string) {
  const style = getComputedStyle(figure);
  pen.fillStyle = style.color;
  pen.font = `600 14px ${style.fontFamily}`;
  pen.textBaseline = 'top';
  pen.fillText(title, MARGIN, MARGIN);
}

function paintLegend(pen: CanvasRenderingContext2D, entries: readonly HTMLElement[]) {
  let x = MARGIN;
  const y = MARGIN + TITLE_HEIGHT + 6;
  pen.textBaseline = 'middle';
  for (const entry of entries) {
    const swatch = entry.querySelector('span');
    const style = getComputedStyle(entry);
    pen.fillStyle = swatch ? getComputedStyle(swatch).backgroundColor : style.color;
    pen.beginPath();
    pen.arc(x + 4, y, 4, 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = style.color;
    pen.font = `12px ${style.fontFamily}`;
    pen.fillText(entry.innerText, x + 14, y);
    x += 14 + pen.measureText(entry.innerText).width + 16;
  }
}

async function paintSvg(pen: CanvasRenderingContext2D, drawing: SVGSVGElement): Promise<void> {
  const box = drawing.getBoundingClientRect();
  const extent = extentOf(drawing);
  const copy = drawing.cloneNode(true) as SVGSVGElement; // a clone is of its original's kind
  writeStyles(drawing, copy);
  copy.setAttribute('x', String(box.left - extent.left + SLACK));
  copy.setAttribute('y', String(box.top - extent.top + SLACK));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('overflow', 'visible');
  const page = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  page.setAttribute('width', String(extent.width + 2 * SLACK));
  page.setAttribute('height', String(extent.height + 2 * SLACK));
  page.append(copy);
  const source = new XMLSerializer().serializeToString(page);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  pen.drawImage(image, extent.left - SLACK, extent.top - SLACK);
}

function writeStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  const text = inherited.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  to.setAttribute('style', text);
  Array.from(from.children).forEach((child, index) => {
    const twin = to.children[index];
    if (twin) writeStyles(child, twin);
  });
}
