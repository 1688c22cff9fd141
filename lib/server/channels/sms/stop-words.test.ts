// D32: every reasonable way to say stop, and none that only sounds like it.
import { expect, it } from 'vitest';
import { isStopWord } from './stop-words';

it.each([
  'STOP',
  'stop.',
  ' Unsubscribe ',
  'opt out',
  'Opt-Out!',
  'StopAll',
  'STOP ALL',
  'quit',
  'End',
  'revoke',
  'cancel',
  '“Stop”',
  'Don’t text me',
  'please stop!!!',
  'Zrušit',
  'ARRÊT',
  'ｓｔｏｐ',
])('hears %j', (text) => {
  expect(isStopWord(text)).toBe(true);
});

it.each([
  '',
  'yes',
  'stop by the shop tomorrow?',
  'Can I cancel my order?',
  'the end of the world',
  'go',
  '🛑',
])('does not hear it in %j', (text) => {
  expect(isStopWord(text)).toBe(false);
});
