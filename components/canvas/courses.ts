// How lines run once the boxes stand: past the row of labels, then up or down a lane that crosses no box.
import { freeLane, type Wall } from './free-lane';
import type { Course } from './layout';

/** A line between placed boxes; all boxes and labels by their centres. */
export interface PlacedLine {
  readonly id: string;
  readonly label: Wall;
  readonly to: Wall;
  /** Where a lane would be best. */
  readonly wishes: readonly number[];
  /** Whether it leads back up, and so runs beside the drawing. */
  readonly isBack: boolean;
}

/** What a lane keeps clear of, left and right of a box together. */
const STANDOFF = 24;
/** Between lanes that lead back side by side. */
const APART = 16;

export function coursesOf(
  boxes: readonly Wall[],
  lines: readonly PlacedLine[],
  below: number,
): Map<string, Course> {
  const walls = boxes.map((box) => ({ ...box, width: box.width + STANDOFF }));
  const bottoms = bottomsOf(lines);
  // Short loops run inside of long ones.
  const back = lines.filter(({ isBack }) => isBack).sort((a, b) => spanOf(a) - spanOf(b));
  return new Map(
    lines.map((line) => {
      const pastY = Math.round((bottoms.get(line.label.y) ?? line.label.y) + below / 3);
      const outside = back.indexOf(line) * APART + STANDOFF;
      const laneX = line.isBack
        ? Math.max(...passedBy(line, [...boxes, ...lines.map(({ label }) => label)])) + outside
        : freeLane([line.label.x, ...line.wishes], pastY, line.to.y, walls);
      const label = { x: Math.round(line.label.x), y: Math.round(line.label.y) };
      return [line.id, { label, pastY, laneX: Math.round(laneX) }];
    }),
  );
}

/** Where each row of labels ends, by the height at which the row is centred. */
function bottomsOf(lines: readonly PlacedLine[]): Map<number, number> {
  const bottoms = new Map<number, number>();
  for (const { label } of lines) {
    bottoms.set(label.y, Math.max(bottoms.get(label.y) ?? label.y, label.y + label.height / 2));
  }
  return bottoms;
}

const spanOf = ({ label, to }: PlacedLine): number => label.y - to.y;

/** The right edges of everything between a line's label and the box it leads back up to, both included. */
function passedBy({ label, to }: PlacedLine, walls: readonly Wall[]): number[] {
  const passed = walls.filter(
    ({ y, height }) => y + height / 2 >= to.y - to.height / 2 && y <= label.y + label.height,
  );
  return passed.map(({ x, width }) => x + width / 2);
}
