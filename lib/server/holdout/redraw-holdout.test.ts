// Another draw of the holdout: other people, as many, at most once a quarter.

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { HoldoutPeopleQuery } from '@/lib/core/api/holdout';
import { isHeldOut } from '@/lib/core/policy/holdout';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { loadRules } from '../delivery/load-rules';
import { setNow } from '../testing/clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { findDraw } from './find-draw';
import { listHoldoutPeople } from './list-holdout-people';
import { readHoldout } from './read-holdout';
import { redrawHoldout } from './redraw-holdout';
import { holding } from './testing/holding';

const { day, share } = holding;

const refused = async (actor: Actor) => {
  const result = await redrawHoldout(actor);
  return result.ok ? null : result.refusal;
};

it('holds other people out, in a span of its own, and says so in the audit log', async () => {
  const { actor } = await freshWorkspace();
  await share(actor, '2026-02-10', 15);
  const people = Array.from({ length: 40 }, (_, at) => `p${at}@shop.test`);
  for (const email of people) await addCustomer(actor, { email });
  setNow(day('2026-05-12'));
  const drawn = unwrap(await redrawHoldout(actor));
  expect(drawn).toMatchObject({ draw: 2, percent: 15 });
  expect(drawn.drawnAt?.slice(0, 10)).toBe('2026-05-12');
  expect(drawn.redrawFrom?.slice(0, 10)).toBe('2026-08-10');
  setNow(day('2026-05-13'));
  const { spans, percent } = unwrap(await readHoldout(actor, {}));
  expect([percent, spans.map(({ span, endedAt }) => [span, endedAt === null])]).toEqual([
    15,
    [
      [2, true],
      [1, false],
    ],
  ]);
  const heldIn = async (span: number) => {
    const query = HoldoutPeopleQuery.parse({ span, side: 'heldOut' });
    return unwrap(await listHoldoutPeople(actor, query))
      .data.map(({ label }) => label)
      .sort();
  };
  const byDraw = (draw: number) =>
    people
      .filter((email) =>
        isHeldOut({ percent: 15, draw }, { workspaceId: actor.workspaceId, customerId: '', email }),
      )
      .sort();
  expect([await heldIn(1), await heldIn(2)]).toEqual([byDraw(1), byDraw(2)]);
  expect(byDraw(2)).not.toEqual(byDraw(1));
  const [told, rules] = await inWorkspace(actor.workspaceId, async (tx) => [
    await rows(tx, sql`select action, detail from audit_log where action like 'holdout.%'`),
    await loadRules(tx, actor.workspaceId),
  ]);
  expect(told).toEqual([{ action: 'holdout.redrawn', detail: { draw: 2, percent: 15 } }]);
  expect(rules.draw).toBe(2);
});

it('is refused within a quarter, whatever the share was meanwhile, and where nobody is held out', async () => {
  const { actor } = await freshWorkspace();
  expect(unwrap(await findDraw(actor))).toEqual({ draw: null, percent: 0, drawnAt: null, redrawFrom: null });
  expect(await refused(actor)).toMatchObject({ code: 'nobody-held-out' });
  await share(actor, '2026-02-10', 5);
  await share(actor, '2026-04-01', 0);
  expect(await refused(actor)).toMatchObject({ code: 'nobody-held-out' });
  await share(actor, '2026-05-10', 5);
  expect(await refused(actor)).toMatchObject({
    ...{ code: 'holdout-drawn-lately', message: expect.stringContaining('1 day') },
  });
  setNow(day('2026-05-12'));
  expect(await refused(actor)).toBeNull();
  expect(await refused(actor)).toMatchObject({ message: expect.stringContaining('90 days') });
});

it('leaves another workspace as it is', async () => {
  const [mine, theirs] = [(await freshWorkspace()).actor, (await freshWorkspace()).actor];
  await share(mine, '2026-02-10', 5);
  await share(theirs, '2026-02-10', 5);
  setNow(day('2026-06-01'));
  unwrap(await redrawHoldout(mine));
  expect(unwrap(await findDraw(theirs))).toMatchObject({ draw: 1 });
});
