// What a new journey looks like.
import { expect, test } from 'vitest';
import { blankDocument } from './blank-document';
import { compile } from './compile';
import { JourneyDocument } from './document';

test('a fresh journey is a drawing, and says what it lacks', () => {
  const document = blankDocument('nod_1');
  expect(JourneyDocument.parse(document)).toEqual(document);
  expect(compile(document).problems.map(({ code }) => code)).toEqual([
    'trigger-goes-nowhere',
    'empty-event-name',
  ]);
});
