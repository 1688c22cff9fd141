// The first page of a list. A list only refuses a cursor, and a first page has none.
import type { Page } from '@/lib/core/api/page';
import type { Result } from '@/lib/core/result';

export function pageOrEmpty<Item>(result: Result<Page<Item>>): Page<Item> {
  return result.ok ? result.value : { data: [], next: null };
}
