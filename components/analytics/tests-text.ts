// Filters of an event as an address writes them, and back. Rows that name no property yet ask nothing.
import { z } from 'zod';
import { Test } from '@/lib/core/condition/condition';

const Tests = z.array(Test);

export function testsFrom(text: string | undefined): readonly Test[] {
  try {
    return Tests.safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** Null where nothing is asked. */
export function testsText(tests: readonly Test[]): string | null {
  const whole = tests.filter(({ path }) => path.length > 0);
  return whole.length === 0 ? null : JSON.stringify(whole);
}
