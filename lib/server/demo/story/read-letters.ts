// How customers take the letters of the running experiment: some follow a link. What the other letter does to them is in their
// nature, as it is in that of people; which one they got, and what came of it, only the product knows.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows } from '../../db/transaction';
import { HOUR, MINUTE } from '../shop/calendar';
import { type Catalogue, SHOP_URL } from '../shop/catalogue';
import { customerOfShop } from '../shop/customers';
import { diceOf } from '../shop/dice';
import { SEED } from '../shop/history';
import { type ShopEvent, shopEvent } from '../shop/shop-event';
import { visit } from '../shop/visit';
import type { Happening } from './happen';

/** How many of a hundred readers follow a link, by the arm whose letter they got. */
const follow: Readonly<Record<string, number>> = { a: 9, b: 17 };

interface Letter {
  readonly userId: string;
  readonly arm: string;
  readonly sentAt: Date;
}

/** Everything that comes of the letters sent so far, the same however often it is asked. */
export async function readLetters(workspaceId: Id<'wsp'>, catalogue: Catalogue): Promise<Happening[]> {
  const letters = await inWorkspace(workspaceId, (tx) =>
    rows<Letter>(
      tx,
      sql`
        select i.value as "userId", x.arm, x.exposed_at as "sentAt"
        from exposures x
        join identifiers i on i.workspace_id = x.workspace_id and i.customer_id = x.customer_id and i.kind = 'user-id'
        where x.workspace_id = ${workspaceId} and x.exposed_at is not null`,
    ),
  );
  return letters.flatMap((letter) =>
    comesOf(letter, catalogue).map((event, index) => ({
      messageId: `letter-${letter.userId}-${index}`,
      event,
    })),
  );
}

function comesOf({ userId, arm, sentAt }: Letter, catalogue: Catalogue): readonly ShopEvent[] {
  const dice = diceOf(`${SEED}/letter ${userId}`);
  if (!dice.chance((follow[arm] ?? 0) / 100)) return [];
  const shopper = customerOfShop(SEED, Number(userId.slice(3)));
  const visitor = { shopper, device: shopper.devices[0], isKnown: true };
  const at = Math.round(sentAt.getTime() + 2 * MINUTE + dice.wait(9 * HOUR));
  const properties = {
    campaign_name: 'A letter after the order',
    link_url: `${SHOP_URL}/care`,
  };
  const clicked = shopEvent(visitor, { at, type: 'track', name: 'Email Link Clicked', properties });
  const plan = { intent: 'look', startsAt: at + 2_000, orderId: '', paceMs: MINUTE } as const;
  return [clicked, ...visit(dice, catalogue, visitor, plan).events];
}
