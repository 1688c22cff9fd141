// Segments that somebody asked for by id, in the order asked; null where one is not there.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

interface NamedSegment {
  readonly id: Id<'seg'>;
  readonly name: string;
  readonly size: number;
}

export async function namedSegments(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  ids: readonly Id<'seg'>[],
): Promise<NamedSegment[] | null> {
  const found = await rows<NamedSegment>(
    tx,
    sql`
      select s.id, s.name, (select count(*) from segment_members m
        where m.workspace_id = s.workspace_id and m.segment_id = s.id) as size
      from segments s
      where s.workspace_id = ${workspaceId} and s.id = any (${sql.param([...ids])}::text[])`,
  );
  const asked = ids.flatMap((id) => found.find((segment) => segment.id === id) ?? []);
  return asked.length === ids.length ? asked : null;
}
