// Lines that lead back up a loop. They take no part in placing boxes, and run beside the drawing instead of through it.

interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The lines that close a loop, found by walking from the first box on, lines in drawing order. */
export function backLines(boxes: readonly string[], lines: readonly Link[]): Set<string> {
  const leaving = new Map<string, Link[]>(boxes.map((id) => [id, []]));
  for (const line of lines) leaving.get(line.from)?.push(line);
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const root of rootsFirst(boxes, lines)) visit(root);
  return back;

  // An own stack, because a path may be as long as a journey is large.
  function visit(root: string): void {
    if (state.has(root)) return;
    const path: { id: string; next: number }[] = [{ id: root, next: 0 }];
    state.set(root, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const line = leaving.get(top.id)?.[top.next];
      top.next += 1;
      if (!line) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(line.to) === 'open') back.add(line.id);
      else if (!state.has(line.to)) {
        state.set(line.to, 'open');
        path.push({ id: line.to, next: 0 });
      }
    }
  }
}

/** Boxes that nothing leads to come first, so that a loop is entered where customers enter it. */
function rootsFirst(boxes: readonly string[], lines: readonly Link[]): string[] {
  const led = new Set(lines.map(({ to }) => to));
  return [...boxes.filter((id) => !led.has(id)), ...boxes.filter((id) => led.has(id))];
}
