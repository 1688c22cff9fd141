// The log: errors are spelled out, and the values of a failed statement, which are customers' data, stay out.
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { asSystem } from './db/transaction';
import { log } from './log';

it('names a failed statement and its cause, not its values', async () => {
  const written: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    const failed = asSystem((tx) => tx.execute(sql`select ${'ada@shop.test\n    at x'}::int`));
    await failed.catch((error: unknown) => log.error({ error, id: 'r-1' }, 'It failed'));
  } finally {
    stderr.mockRestore();
  }
  const line = JSON.parse(written[0] ?? '');
  expect(line).toMatchObject({ level: 'error', text: 'It failed', id: 'r-1', error: { cause: '22P02' } });
  expect(line.error.message).toMatch(/^Failed query: select/);
  expect(line.error.stack).toMatch(/\n {4}at /);
  expect(written.join()).not.toContain('ada@shop.test');
});
