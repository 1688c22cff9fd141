// Drawing by mouse or finger, on a desk and on a phone: whatever was just added, the plus behind it can be clicked.
import { addAfter } from './draw';
import { expect, test } from './fixtures';

const screens = {
  'a desk': { width: 1440, height: 900 },
  'a phone': { width: 390, height: 844 },
};

for (const [name, viewport] of Object.entries(screens)) {
  test.describe(name, () => {
    test.use({ viewport });

    test('a journey grows downwards, step by step, with the drawer open and shut', async ({
      page,
      api,
      signIn,
    }) => {
      const { id } = (await api('POST', '/v1/journeys', { name: `Drawn on ${name}` })) as { id: string };
      await signIn();
      await page.goto(`/journeys/${id}`);
      for (const place of [/Event/, /Delay/, /Delay/]) await addAfter(page, place, 'Delay', 'last');
      await addAfter(page, /Delay/, 'Random split', 'last');
      // Further and further to the left, where the tools are.
      for (let depth = 0; depth < 4; depth += 1) await addAfter(page, /Way 1/, 'Random split', 'last');
      await addAfter(page, /Way 1/, 'Tag', 'last');

      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await addAfter(page, /Tag/, 'Webhook', 'last');
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('button', { name: 'Show everything' }).click();
      await addAfter(page, /Webhook/, 'Exit', 'last');
      await expect(page.getByText('Saved', { exact: true })).toBeAttached();
    });
  });
}
