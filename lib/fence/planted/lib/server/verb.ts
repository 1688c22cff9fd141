export const db = 1;
export type Db = number;
