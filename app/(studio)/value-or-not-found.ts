// What a page is about, or the "nothing here" page: a missing thing and a forbidden one look the same.
import { notFound } from 'next/navigation';
import type { Result } from '@/lib/core/result';

export function valueOrNotFound<Value>(result: Result<Value>): Value {
  return result.ok ? result.value : notFound();
}
