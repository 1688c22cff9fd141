import { db } from '../server/verb';
export const g = db;
