import { db } from '../lib/server/verb';
export const f = db;
