// A few products of the catalogue, to choose a SKU from.
import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/lib/core/api/page';
import type { ProductEntry } from '@/lib/core/api/product';
import { getJson } from './get-json';

const offered = 200;

export function productChoicesQuery() {
  return queryOptions({
    queryKey: ['products', 'choices'],
    queryFn: ({ signal }) => getJson<Page<ProductEntry>>('/v1/products', { limit: offered }, signal),
    staleTime: 60_000,
  });
}
