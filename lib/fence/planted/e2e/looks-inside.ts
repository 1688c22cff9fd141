import { db } from '../lib/server/verb';
export const i = db;
