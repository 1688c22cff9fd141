// The share of the holdout as it changes: each stretch is kept, and they never overlap.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { saveDelivery } from '../delivery/save-delivery';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';

async function share(actor: Actor, on: string, holdoutPercent: number): Promise<void> {
  setNow(`${on}T10:00:00Z`);
  unwrap(await saveDelivery(actor, DeliveryPolicy.parse({ holdoutPercent })));
}

const spansOf = ({ workspaceId }: Actor) =>
  inWorkspace(workspaceId, (tx) =>
    rows(
      tx,
      sql`
        select span, draw, percent, to_char(started_at at time zone 'UTC', 'MM-DD') as "from",
          to_char(ended_at at time zone 'UTC', 'MM-DD') as "to"
        from holdout_spans order by span`,
    ),
  );

it('begins another span with another share, and none where nobody is held out', async () => {
  const { actor } = await freshWorkspace();
  await share(actor, '2026-03-01', 5);
  await share(actor, '2026-03-02', 5);
  await share(actor, '2026-04-01', 10);
  await share(actor, '2026-05-01', 0);
  await share(actor, '2026-06-01', 10);
  expect(await spansOf(actor)).toEqual([
    { span: 1, draw: 1, percent: 5, from: '03-01', to: '04-01' },
    { span: 2, draw: 1, percent: 10, from: '04-01', to: '05-01' },
    { span: 3, draw: 1, percent: 10, from: '06-01', to: null },
  ]);
});

it('leaves another workspace as it is', async () => {
  const [mine, theirs] = [(await freshWorkspace()).actor, (await freshWorkspace()).actor];
  await share(mine, '2026-03-01', 5);
  expect(await spansOf(theirs)).toEqual([]);
});
