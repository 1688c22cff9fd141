// What the shop needs from the database to go on where history ended: how many customers there are, and one's totals.
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { workspaces } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows } from '../../db/transaction';
import { type Account, newAccount } from '../shop/account';
import { categories } from '../shop/catalogue';
import { FIRST_NUMBER } from '../shop/customers';
import type { Shopper } from '../shop/shopper';

/** Attributes can be changed by anybody who may, so nothing is taken for granted. */
const Totals = z.object({
  orders_count: z.number().int().catch(0),
  total_spent: z.number().catch(0),
  open_complaints: z.number().int().catch(0),
  favourite_category: z.enum(categories).nullable().catch(null),
});

export async function isTrafficLive(workspaceId: Id<'wsp'>): Promise<boolean> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    tx
      .select({ isLive: workspaces.isTrafficLive })
      .from(workspaces)
      .where(eq(workspaces.workspaceId, workspaceId)),
  );
  return found?.isLive ?? false;
}

/** The highest number a customer has, as a count from the first one. */
export async function countCustomers(workspaceId: Id<'wsp'>): Promise<number> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<{ highest: number | null }>(
      tx,
      sql`
        select max(substr(value, 4)::integer) as highest from identifiers
        where workspace_id = ${workspaceId} and kind = 'user-id' and value ~ '^MM-[0-9]{5,7}$'`,
    ),
  );
  return Math.max(1, (found?.highest ?? FIRST_NUMBER) - FIRST_NUMBER + 1);
}

export async function accountOf(workspaceId: Id<'wsp'>, shopper: Shopper): Promise<Account> {
  const [found] = await inWorkspace(workspaceId, (tx) =>
    rows<{ attributes: unknown }>(
      tx,
      sql`
        select c.attributes from identifiers i
        join customers c on c.workspace_id = i.workspace_id and c.id = i.customer_id
        where i.workspace_id = ${workspaceId} and i.kind = 'user-id' and i.value = ${shopper.userId}`,
    ),
  );
  const totals = Totals.safeParse(found?.attributes ?? {}).data;
  if (!totals) return newAccount;
  const spent = Math.round(totals.total_spent * 100);
  const favourite = totals.favourite_category;
  return {
    orders: totals.orders_count,
    spent,
    lastOrderAt: null,
    // How the total is spread is not kept; half of it in the favourite keeps the favourite the favourite.
    byCategory: favourite === null ? {} : { [favourite]: spent / 2 },
    openComplaints: totals.open_complaints,
  };
}
