// The guard lets sound files through untouched, however they are cut, and bounds what a broken row can cost.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardRecords } from './guard-records';
import { MAX_ROW_BYTES } from './limits';

const COMMA = 0x2c;

async function guarded(chunks: readonly (string | Buffer)[]) {
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const dropped: number[] = [];
  const passed: Buffer[] = [];
  for await (const part of guardRecords(source(), COMMA, (line) => dropped.push(line))) passed.push(part);
  return { text: Buffer.concat(passed).toString(), dropped };
}

function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
}

const field = fc.oneof(
  fc.stringMatching(/^[a-z0-9 .-]{0,8}$/),
  fc.stringMatching(/^[a-z,\n"]{0,8}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
);
const csv = fc
  .array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((rows) => rows.map((row) => `${row.join(',')}\n`).join(''));

it('passes every sound file unchanged, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(csv, fc.array(fc.nat(), { maxLength: 6 }), async (text, places) => {
      expect(await guarded(cut(text, places))).toEqual({ text, dropped: [] });
    }),
  );
});

it('drops a row that is too long, and keeps its line', async () => {
  const long = 'x'.repeat(MAX_ROW_BYTES + 10);
  expect(await guarded(['a,b\n', `${long.slice(0, 50)}`, long, '\nc,d\n'])).toEqual({
    text: 'a,b\n\nc,d\n',
    dropped: [2],
  });
});

it('keeps a row of exactly the limit', async () => {
  const text = `${'x'.repeat(MAX_ROW_BYTES)}\nnext\n`;
  expect(await guarded([text])).toEqual({ text, dropped: [] });
});

it('gives up one line, not the file, to a quote that never closes', async () => {
  const rest = 'c,d\n'.repeat(MAX_ROW_BYTES / 2);
  expect(await guarded(['a,b\n', '1,"open\n', rest])).toEqual({ text: `a,b\n\n${rest}`, dropped: [2] });
  expect(await guarded(['a,b\n1,"open\nc,d\n'])).toEqual({ text: 'a,b\n\nc,d\n', dropped: [2] });
});

it('takes a quote inside a value for a letter', async () => {
  const text = 'a,5" pipe\nb,6"" pipe\n';
  expect(await guarded([text])).toEqual({ text, dropped: [] });
});

it('holds no more than it must of a line without an end', async () => {
  let held = 0;
  async function* endless() {
    for (let chunk = 0; chunk < 800; chunk += 1) {
      held += 1;
      yield Buffer.alloc(MAX_ROW_BYTES, 0x78);
    }
    yield Buffer.from('\nafter\n');
  }
  const passed: string[] = [];
  for await (const part of guardRecords(endless(), COMMA, () => {})) passed.push(part.toString());
  expect(held).toBe(800);
  expect(passed.join('')).toBe('\nafter\n');
});
