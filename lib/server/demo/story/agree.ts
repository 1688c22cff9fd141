// What customers said about hearing from the shop, written down and told as any change of a record is.
import { sql } from 'drizzle-orm';
import { consentKey } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows } from '../../db/transaction';
import { optOut } from '../../delivery/opt-out';
import { newId } from '../../new-id';
import { tellRecords } from '../../signals/tell-records';
import { watchRecords } from '../../signals/watch-records';
import type { Life } from '../shop/life';
import { isIn, type Step } from './step';

const channels = ['email', 'sms'] as const;
const FORM = 'sign-up form';

type Said = Life['consents'][number] & Pick<Life, 'shopper'>;

/** After the events of the stretch, so that whoever signed up is known. */
export async function agree(workspaceId: Id<'wsp'>, lives: readonly Life[], step: Step): Promise<void> {
  const said = lives.flatMap(({ shopper, consents }) =>
    consents.filter(({ at }) => isIn(step, at)).map((consent) => ({ ...consent, shopper })),
  );
  await fillForms(
    workspaceId,
    said.filter(({ source }) => source === FORM),
  );
  for (const { channel, shopper, source } of said.filter((one) => one.source !== FORM)) {
    const wish = { workspaceId, channel, address: shopper.email, customerId: null, source, proof: {} };
    await inWorkspace(workspaceId, (tx) => optOut(tx, { ...wish, reason: 'unsubscribed' }));
  }
}

/** Whoever filled one in is written down once, however often this is told. */
async function fillForms(workspaceId: Id<'wsp'>, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return;
  const given = said.map(({ shopper, channel, state, at }) => ({
    ...{ id: newId('cns'), userId: shopper.userId, channel, state, at: new Date(at) },
  }));
  const keys = channels.map(consentKey);
  await inWorkspace(workspaceId, async (tx) => {
    const watched = await watchRecords(tx, workspaceId, (key) => keys.includes(key));
    const written = await rows<{ customerId: Id<'cus'> }>(
      tx,
      sql`
        insert into consents (workspace_id, id, customer_id, channel, state, source, proof, at)
        select ${workspaceId}, g.id, i.customer_id, g.channel, g.state, ${FORM}, '{"wording":"2024-05"}', g.at
        from json_to_recordset(${JSON.stringify(given)}::json) as g (
          id text, "userId" text, channel text, state text, at timestamptz)
        join identifiers i on i.workspace_id = ${workspaceId} and i.kind = 'user-id' and i.value = g."userId"
        where not exists (
          select from consents c where c.workspace_id = ${workspaceId} and c.customer_id = i.customer_id
            and c.channel = g.channel and c.at = g.at)
        returning customer_id as "customerId"`,
    );
    await tellRecords(
      tx,
      workspaceId,
      watched,
      written.map(({ customerId }) => customerId),
    );
  });
}
