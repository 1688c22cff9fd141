// A table, or figures beside their names, onto a picture: each word where it stands on the page, over its cell's colour.

export function paintCells(pen: CanvasRenderingContext2D, drawing: Element): void {
  for (const cell of drawing.querySelectorAll('th, td, [data-cell]')) {
    if (!isShown(cell)) continue;
    const box = cell.getBoundingClientRect();
    pen.fillStyle = getComputedStyle(cell).backgroundColor;
    pen.fillRect(box.left, box.top, box.width, box.height);
  }
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const texts = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) writeWords(pen, texts.currentNode);
}

/** Small drawings among the figures; signs on buttons are not of them. */
export function drawingsIn(element: Element): SVGSVGElement[] {
  return [...element.querySelectorAll('svg')].filter((one) => !one.closest('button') && isShown(one));
}

/** Not what is said to screen readers alone. */
export function isShown(element: Element | null): boolean {
  return (
    element === null || (getComputedStyle(element).clipPath === 'none' && isShown(element.parentElement))
  );
}

/** One by one, because a line may break between any two. */
function writeWords(pen: CanvasRenderingContext2D, text: Node): void {
  const parent = text.parentElement;
  if (parent === null || !isShown(parent)) return;
  const style = getComputedStyle(parent);
  pen.fillStyle = style.color;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.save();
  if (style.overflowX !== 'visible') {
    const shown = parent.getBoundingClientRect();
    pen.beginPath();
    pen.rect(shown.left, shown.top, shown.width, shown.height);
    pen.clip();
  }
  const range = document.createRange();
  for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    pen.save();
    pen.translate(box.left, box.top + box.height / 2);
    // A picture knows no figures of one width, so words are stretched to where they end on the page.
    pen.scale(box.width / pen.measureText(word).width, 1);
    pen.fillText(word, 0, 0);
    pen.restore();
  }
  pen.restore();
}
