// Finds where a long line can run up or down without crossing a box.

/** A box by its centre. */
export interface Wall {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first wish that is free between two heights; else the first free spot to the right of all walls in the way. */
export function freeLane(
  wishes: readonly number[],
  fromY: number,
  toY: number,
  walls: readonly Wall[],
): number {
  const top = Math.min(fromY, toY);
  const bottom = Math.max(fromY, toY);
  // The box the line ends at is in the way only of a line that comes from below.
  const isInTheWay = (wall: Wall) =>
    wall.y + wall.height / 2 > top && wall.y + (toY < fromY ? 0 : 1) <= bottom;
  const passed = walls.filter(isInTheWay);
  const free = wishes.find((x) => passed.every((wall) => Math.abs(wall.x - x) >= wall.width / 2));
  return free ?? Math.max(...passed.map((wall) => wall.x + wall.width / 2));
}
