// The two sides of the holdout and what is compared between them, in the order in which they are shown.

export const sides = ['treated', 'heldOut'] as const;
export const gains = ['orders', 'revenue'] as const;
