// The two ways a verb answers.
import { expect, test } from 'vitest';
import { ok, refuse } from './result';

test('a result holds a value or a refusal', () => {
  expect(ok(7)).toEqual({ ok: true, value: 7 });
  expect(refuse({ code: 'not-found', message: 'Nothing here.' })).toEqual({
    ok: false,
    refusal: { code: 'not-found', message: 'Nothing here.' },
  });
});
