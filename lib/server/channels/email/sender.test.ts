// The sender with and without settings.
import { expect, it } from 'vitest';
import { sandboxConnection } from '../testing/sample-order';
import { senderOf } from './sender';

const workspace = { id: 'wsp_a', name: 'Lumen', locale: 'en' } as const;
const sandbox = sandboxConnection('email');

it('is the workspace where nothing was said, and then nobody real', () => {
  expect(senderOf(sandbox, workspace)).toEqual({
    fromName: 'Lumen',
    fromAddress: 'no-reply@sandbox.invalid',
    replyTo: null,
    postalAddress: '',
  });
});

it('is what the sandbox was told to show', () => {
  const config = {
    sender: { fromName: 'Shop', fromAddress: 'a@shop.test', replyTo: null, postalAddress: 'Prague' },
  };
  expect(senderOf({ ...sandbox, config }, workspace)).toEqual(config.sender);
});

it('is what the environment’s connection says, also on a machine without a public name', () => {
  const config = { server: null, fromAddress: 'no-reply@localhost' };
  expect(senderOf({ ...sandbox, provider: 'smtp', config }, workspace)).toMatchObject({
    fromName: 'Lumen',
    fromAddress: 'no-reply@localhost',
  });
});
