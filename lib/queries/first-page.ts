// The page the server already read, handed to an infinite query so that the browser does not read it again.
import type { Page } from '@/lib/core/api/page';

interface Seed<Item> {
  initialData?: { pages: Page<Item>[]; pageParams: (string | undefined)[] };
}

/** @param page undefined when the filter has changed since the server drew the page. */
export function firstPage<Item>(page: Page<Item> | undefined): Seed<Item> {
  return page ? { initialData: { pages: [page], pageParams: [undefined] } } : {};
}
