// How a list of the API is read: from its start, then each page by the cursor that the one before it gave.

interface ByCursor {
  /** The first page has no cursor. */
  readonly initialPageParam: string | undefined;
  readonly getNextPageParam: (page: { readonly next: string | null }) => string | undefined;
}

export const byCursor: ByCursor = {
  initialPageParam: undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
};
