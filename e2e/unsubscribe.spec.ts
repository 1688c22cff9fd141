// A customer leaves: the link in the e-mail asks once, works without JavaScript, and the answer stays.
import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ShopClient } from './shop-client';
import { startSmtpInbox } from './smtp-inbox';

const document = {
  format: 1,
  settings: { reentry: 'unlimited' },
  nodes: [
    { id: 'nod_in', type: 'event-trigger', name: '', data: { event: 'Asked For News' } },
    { id: 'nod_mail', type: 'send-email', name: '', data: { subject: 'News', body: 'Here they are.' } },
  ],
  edges: [{ from: 'nod_in', exit: 'next', to: 'nod_mail' }],
};

test('a customer unsubscribes by the link in an e-mail', async ({ api, browser, credentials, passTime }) => {
  const inbox = await startSmtpInbox(3125);
  const { id } = (await api('POST', '/v1/journeys', { name: 'News', document })) as { id: string };
  await api('POST', `/v1/journeys/${id}/publish`);
  const userId = `ben-${randomUUID().slice(0, 8)}`;
  const analytics = new ShopClient({ writeKey: credentials.writeKey, host: credentials.url, flushAt: 2 });
  analytics.identify({ userId, traits: { email: `${userId}@shop.test` } });
  analytics.track({ userId, event: 'Asked For News' });
  await analytics.closeAndFlush();
  await passTime(1_000);

  const { email } = await inbox.mailTo(`${userId}@shop.test`);
  const link = email.headers.find(({ key }) => key === 'list-unsubscribe')?.value.slice(1, -1) ?? '';
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: /Stop e-mails from/ })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(page.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
  await page.goto(link.slice(0, -3));
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await inbox.close();
});
