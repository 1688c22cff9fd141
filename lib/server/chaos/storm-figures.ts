// What a storm over a shop has met, counted from the rows: figures that must not be nought, or it has shown nothing.
import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/transaction';

export async function stormFigures(tx: Tx): Promise<Readonly<Record<string, number>>> {
  const [found] = await rows<Record<string, number>>(
    tx,
    sql`
      select (select count(*)::int from enrollments) as passages,
        (select count(*)::int from coupons where key is not null) as "couponsIssued",
        (select count(*)::int from decisions where code = 'coupon-none-left') as "poolsEmpty",
        (select count(*)::int from entry_lists where total > 0) as lists,
        (select coalesce(sum(unknown), 0)::int from entry_lists) as strangers,
        (select count(*)::int from decisions where code in ('entered-before', 'already-in-journey')) as "listedAgain",
        (select count(*)::int from journey_versions) as versions,
        (select count(*)::int from decisions where code = 'moved-to-version') as moved,
        (select count(*)::int from decisions where code = 're-timed') as retimed,
        (select count(*)::int from decisions where code = 'exited-by-plan') as exited,
        (select count(*)::int from decisions where code = 'wait-shifted') as shifted`,
  );
  return found ?? {};
}
