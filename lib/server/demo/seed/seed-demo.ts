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
import { CURRENCY } from '../shop/catalogue';
import { historyOf, SEED } from '../shop/history';
import { seedShop } from './seed-shop';

const CUSTOMERS = 5_000;
const pool = { name: 'Thank you, 10 % off', pattern: 'THANKS-########' };

export async function seedDemo({ email, password, writeKey, secretKey }: Credentials, customers = CUSTOMERS) {
  const at = now();
  const shop = historyOf({ seed: SEED, until: at.getTime(), customers });
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
    await audit(tx, actor, 'demo.seeded', workspaceId, { customers });
  });
  // The embedded database has nobody who would do this later, and plans made for empty tables are bad plans.
  await asSystem((tx) => tx.execute(sql`analyze products, customers, identifiers, consents, events, lanes`));
}
