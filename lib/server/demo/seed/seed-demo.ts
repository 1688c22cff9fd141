// The demo workspace with its owner, keys and history, in one transaction: it is there whole, or not at all.
import { sql } from 'drizzle-orm';
import { apiKeys, couponPools } from '@/drizzle/schema';
import { audit } from '../../audit';
import { hashPassword } from '../../auth/password';
import { now } from '../../clock';
import { asSystem } from '../../db/transaction';
import { rowOfKey } from '../../keys/new-key';
import { newId } from '../../new-id';
import { addWorkspace } from '../../workspace/create-workspace';
import type { Credentials } from '../credentials';
import { DAY } from '../shop/calendar';
import { CURRENCY } from '../shop/catalogue';
import { historyOf, SEED, type Shop } from '../shop/history';
import type { Story } from '../story/tell-story';
import { seedShop } from './seed-shop';

const SIZE: ShopSize = { customers: 5_000, storyDays: 17 };
const pool = { name: 'Thank you, 10 % off', pattern: 'THANKS-########' };

export interface ShopSize {
  readonly customers: number;
  /** How long the shop has used the product: its last days are not seeded, they are lived through. */
  readonly storyDays: number;
}

export async function seedDemo(
  { email, password, writeKey, secretKey }: Credentials,
  { customers, storyDays }: ShopSize = SIZE,
): Promise<Shop> {
  const until = now().getTime();
  const at = new Date(until - storyDays * DAY);
  const shop = historyOf({ seed: SEED, until, customers });
  const owner = { email, name: 'Nell', passwordHash: await hashPassword(password) };
  const workspace = { name: 'Meadow & Main', timeZone: 'Europe/Dublin', currency: CURRENCY, owner };
  await asSystem(async (tx) => {
    const { workspaceId, ownerId } = await addWorkspace(tx, workspace);
    await tx
      .insert(apiKeys)
      .values([
        rowOfKey(workspaceId, { kind: 'write', name: 'Web shop' }, writeKey),
        rowOfKey(workspaceId, { kind: 'secret', name: 'Automation' }, secretKey),
      ]);
    await seedShop(tx, workspaceId, shop, at);
    await tx.insert(couponPools).values({ workspaceId, id: newId('cpl'), ...pool, createdAt: at });
    const actor = { workspaceId, id: ownerId, name: owner.name, role: 'owner' } as const;
    const story: Story = { customers, beganAt: at.getTime(), until };
    await audit(tx, actor, 'demo.seeded', workspaceId, story);
  });
  // The embedded database has nobody who would do this later, and plans made for empty tables are bad plans.
  await asSystem((tx) => tx.execute(sql`analyze products, customers, identifiers, consents, events, lanes`));
  return shop;
}
