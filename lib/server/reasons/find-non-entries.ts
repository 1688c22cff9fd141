// Events of a trigger's name that came to one derived verdict: read newest first, in portions, and judged.
import { sql } from 'drizzle-orm';
import type { ReasonPeople } from '@/lib/core/api/why';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import { heardBy } from './heard-by';
import { type JudgedOccasion, judgeOccasions } from './judge-occasions';
import { type Listening, listeningsOf } from './non-entries';
import type { Period } from './period';

const PORTION = 200;
/** So many events are looked through for one page; where fewer of them fit, the page is short and the next one goes on. */
const MOST = 5_000;

interface NonEntries {
  readonly found: readonly JudgedOccasion[];
  /** `seq` to read on before; null at the end. */
  readonly next: number | null;
}

export async function findNonEntries(
  tx: Tx,
  actor: Actor,
  input: Pick<ReasonPeople, 'id' | 'nodeId' | 'code' | 'limit'>,
  period: Period,
  before: number,
  versions: readonly VersionRules[],
): Promise<NonEntries> {
  const listenings = listeningsOf(versions, input.nodeId);
  const fits = ({ code, nodeId }: JudgedOccasion) =>
    code === input.code && (nodeId ?? input.nodeId) === input.nodeId;
  const found: JudgedOccasion[] = [];
  let from = before;
  for (let read = 0; listenings.length > 0 && read < MOST; read += PORTION) {
    const portion = await newestBefore(tx, actor, input, period, from, listenings);
    const pairs = portion.map(({ seq }) => ({ seq, journeyId: input.id }));
    found.push(...(await judgeOccasions(tx, actor, pairs, versions)).filter(fits));
    const shown = found.slice(0, input.limit);
    if (found.length > input.limit) return { found: shown, next: shown.at(-1)?.event.seq ?? null };
    if (portion.length < PORTION) return { found, next: null };
    from = portion.at(-1)?.seq ?? from;
  }
  return { found, next: listenings.length > 0 ? from : null };
}

function newestBefore(
  tx: Tx,
  { workspaceId }: Actor,
  node: Pick<ReasonPeople, 'id'>,
  { from, until }: Period,
  before: number,
  listenings: readonly Listening[],
): Promise<{ seq: number }[]> {
  return rows(
    tx,
    sql`
      select e.seq from events e
      where e.workspace_id = ${workspaceId} and ${heardBy(
        listenings.map(({ rule }) => rule),
        node.id,
      )} and e.seq < ${before}
        and e.received_at >= ${from} and e.received_at < ${until}
      order by e.seq desc limit ${PORTION}`,
  );
}
