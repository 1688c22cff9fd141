// The customers of a group's merges, as the table expression with which every statement of a merge starts.
import { sql } from 'drizzle-orm';
import { laneOf } from '@/lib/core/hash';
import type { Merge } from './customer-graph';

export function pairsOf(merges: readonly Merge[]) {
  const given = merges.map(({ loser, winner }, rank) => ({
    rank,
    loser,
    winner,
    loserLane: laneOf(loser),
    winnerLane: laneOf(winner),
  }));
  return sql`pair as materialized (
    select * from json_to_recordset(${JSON.stringify(given)}::json)
      as p (rank int, loser text, winner text, "loserLane" smallint, "winnerLane" smallint))`;
}

export type Pairs = ReturnType<typeof pairsOf>;
