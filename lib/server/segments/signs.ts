// How numbers are compared in SQL.
import { type SQL, sql } from 'drizzle-orm';
import type { Comparison } from '@/lib/core/condition/condition';

export const signs: Readonly<Record<Comparison, SQL>> = {
  equals: sql`=`,
  'at-least': sql`>=`,
  'at-most': sql`<=`,
  'greater-than': sql`>`,
  'less-than': sql`<`,
};
