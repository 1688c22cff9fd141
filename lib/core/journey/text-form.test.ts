// Journeys as text.
import { expect, test } from 'vitest';
import { blankDocument } from './blank-document';
import { parseJourney, serializeJourney } from './text-form';

test('writes lines that can be compared, and reads them back', () => {
  const document = blankDocument('nod_1');
  expect(serializeJourney(document)).toContain('\n  "format": 1,\n');
  expect(parseJourney(serializeJourney(document))).toEqual({ ok: true, value: document });
});

test('what is left out gets its default', () => {
  const text =
    '{"format":1,"nodes":[{"id":"nod_1","type":"delay","data":{}}],"edges":[],"settings":{"reentry":"once"}}';
  const data = { amount: 1, unit: 'hours' };
  expect(parseJourney(text)).toMatchObject({ value: { nodes: [{ name: '', data }] } });
});

test('says where text is not JSON or not a journey', () => {
  expect(parseJourney('{')).toMatchObject({
    refusal: { code: 'not-json', message: expect.stringMatching(/JSON/) },
  });
  const wrong = { ...blankDocument('nod_1'), settings: { reentry: 'never' } };
  expect(parseJourney(JSON.stringify(wrong))).toMatchObject({
    refusal: { code: 'not-a-journey', field: 'settings.reentry' },
  });
  expect(parseJourney('7')).toMatchObject({ refusal: { code: 'not-a-journey', field: '' } });
});

test('refuses what a newer version has written by that name', () => {
  const refusal = (format: unknown) => {
    const parsed = parseJourney(JSON.stringify({ ...blankDocument('nod_1'), format }));
    return parsed.ok ? null : parsed.refusal;
  };
  expect(refusal(2)).toMatchObject({
    code: 'not-a-journey',
    field: 'format',
    message: expect.stringContaining('newer version of Throughline (format 2'),
  });
  expect([refusal(0), refusal('2')]).toMatchObject([{ message: 'must be 1' }, { message: 'must be 1' }]);
});
