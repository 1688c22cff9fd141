// A few requests to one host at once, the rest in line, and no host in another one's way.
import { expect, it } from 'vitest';
import { withHostSlot } from './host-slots';

function gate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

it('runs eight at once and starts the next when one ends, even by failing', async () => {
  const gates = Array.from({ length: 10 }, gate);
  const started: number[] = [];
  const runs = gates.map((one, index) =>
    withHostSlot('slow.example', async () => {
      started.push(index);
      await one.passed;
      if (index === 0) throw new Error('broken');
    }),
  );
  const first = runs[0]?.catch(() => 'failed');
  await withHostSlot('other.example', async () => {});
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  gates[0]?.open();
  expect(await first).toBe('failed');
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  for (const one of gates) one.open();
  await Promise.all(runs.slice(1));
  expect(started).toHaveLength(10);
});
