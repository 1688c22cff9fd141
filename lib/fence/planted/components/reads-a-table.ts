import { table } from '../drizzle/table';
export const e = table;
