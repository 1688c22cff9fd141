// The endpoints of one chapter, in the order of the document.
import type { OpenApi, Operation } from '@/lib/core/api/open-api';

export interface Place {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export function operationsOf(api: OpenApi, tag: string): Place[] {
  return Object.entries(api.paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
    )
    .filter(({ operation }) => operation.tags.some((name) => name === tag));
}
