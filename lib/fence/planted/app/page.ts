import { table } from '../drizzle/table';
export const page = table;
