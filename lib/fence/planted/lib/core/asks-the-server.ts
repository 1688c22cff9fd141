import { db } from '@/lib/fence/planted/lib/server/verb';
export const a = db;
