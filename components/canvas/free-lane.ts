// Finds where a long line can run up or down without crossing a box.

/** A box by its centre. */
export interface Wall {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first wish that is free all the way down; else the first free spot to the right of all walls in the way. */
export function freeLane(
  wishes: readonly number[],
  fromY: number,
  toY: number,
  walls: readonly Wall[],
): number {
  const passed = walls.filter(({ y, height }) => y + height / 2 > fromY && y < toY);
  const free = wishes.find((x) => passed.every((wall) => Math.abs(wall.x - x) >= wall.width / 2));
  return free ?? Math.max(...passed.map((wall) => wall.x + wall.width / 2));
}
