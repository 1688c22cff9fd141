// A selected step is in view with all that can be clicked behind it, and the drawing moves no more than it must.
import { expect, test } from 'vitest';
import { journey } from '@/lib/core/testing/build-journey';
import { plusMiddle } from './card-size';
import { toFlow } from './flow';
import { areasOf, shiftInto, shiftToFill } from './in-view';

const document = journey().trigger('Signed up').delay(1, 'days').email('Hello').document();

test('the plus at the open end of the last step belongs to what is seen of it', () => {
  const flow = toFlow(document, false);
  const last = document.nodes.at(-1)?.id ?? '';
  const [whole, card] = areasOf(flow, last);
  const open = flow.nodes.find(({ type }) => type === 'open-exit');
  expect(card?.height).toBe(84);
  expect(whole?.y).toBe(card?.y);
  expect((whole?.y ?? 0) + (whole?.height ?? 0)).toBe((open?.position.y ?? 0) + plusMiddle * 2);
});

test('so does the plus on the line to the next step, and it goes along with a card that was moved', () => {
  const [first] = document.nodes;
  const nodes = document.nodes.map((node) => (node === first ? { ...node, nudge: { x: 300, y: 0 } } : node));
  const [whole, card] = areasOf(toFlow({ ...document, nodes }, false), first?.id ?? '');
  const [before] = areasOf(toFlow(document, false), first?.id ?? '');
  expect(before?.height).toBeGreaterThan(84);
  expect(before?.width).toBe(card?.width);
  expect(card?.x).toBe((before?.x ?? 0) + 300);
  expect(whole?.width).toBeGreaterThan(card?.width ?? 0);
});

test('of nothing there is nothing to see', () => {
  const flow = toFlow(document, false);
  expect([areasOf(flow, null), areasOf(flow, 'nod_gone')]).toEqual([[], []]);
  expect(shiftInto([], { from: 0, to: 10 })).toBe(0);
});

test('what is free stays where it is, what is not is moved just far enough', () => {
  const free = { from: 100, to: 200 };
  expect(shiftInto([{ from: 100, to: 200 }], free)).toBe(0);
  expect(shiftInto([{ from: 150, to: 220 }], free)).toBe(-20);
  expect(shiftInto([{ from: 80, to: 150 }], free)).toBe(20);
});

test('where all of it has no room, the card counts, and of a card that is too large its beginning', () => {
  const free = { from: 100, to: 200 };
  expect(
    shiftInto(
      [
        { from: 0, to: 150 },
        { from: 90, to: 150 },
      ],
      free,
    ),
  ).toBe(10);
  expect(shiftInto([{ from: 150, to: 400 }], free)).toBe(-50);
});

test('what is wider than the window fills it: neither end stands in the middle', () => {
  const free = { from: 100, to: 500 };
  expect(shiftToFill({ from: 300, to: 1300 }, free)).toBe(-200);
  expect(shiftToFill({ from: -800, to: 200 }, free)).toBe(300);
  expect(shiftToFill({ from: -300, to: 700 }, free)).toBe(0);
});
