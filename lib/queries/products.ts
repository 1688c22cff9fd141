// The catalogue for the browser: the list, and a few products to choose a SKU from.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/lib/core/api/page';
import type { ProductEntry } from '@/lib/core/api/product';
import { byCursor } from './by-cursor';
import { getJson } from './get-json';

const offered = 200;

export function productChoicesQuery() {
  return queryOptions({
    queryKey: ['products', 'choices'],
    queryFn: ({ signal }) => getJson<Page<ProductEntry>>('/v1/products', { limit: offered }, signal),
    staleTime: 60_000,
  });
}

export function productsQuery(filter: { search?: string | undefined }) {
  return infiniteQueryOptions({
    queryKey: ['products', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<ProductEntry>>('/v1/products', { ...filter, cursor: pageParam }, signal),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
}
