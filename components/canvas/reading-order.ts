// The order of boxes within a row: as the journey is read, so that drawing one step never flips the paths beside it.
import type { Graph } from '@dagrejs/dagre';

/** Numbers the boxes of each row by a depth-first walk that takes the exits of a box in drawing order. */
export function readingOrder(graph: Graph, rankOfLine: ReadonlyMap<string, number>): void {
  const perRow = new Map<number, number>();
  const seen = new Set<string>();
  const roots = [...graph.nodes()].sort((a, b) => graph.node(a).rank - graph.node(b).rank);
  for (const root of roots) {
    const stack = [root];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const box = graph.node(id);
      const column = perRow.get(box.rank) ?? 0;
      perRow.set(box.rank, column + 1);
      box.order = column;
      stack.push(...below(graph, id, rankOfLine).reverse());
    }
  }
}

function below(graph: Graph, id: string, rankOfLine: ReadonlyMap<string, number>): string[] {
  const ways = [...(graph.outEdges(id) ?? [])];
  // Ways that dagre turned round to break a loop have no rank of their own here and come last.
  const rank = (name: string | undefined) => rankOfLine.get(name ?? '') ?? Number.MAX_SAFE_INTEGER;
  return ways.sort((a, b) => rank(a.name) - rank(b.name)).map((way) => way.w);
}
