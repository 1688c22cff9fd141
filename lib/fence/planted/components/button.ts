import type { Db } from '../lib/server/verb';
export const Button = 1 as Db;
