// A list's filter from the address. What the list does not know, or cannot be, is as if it were not there.
import type { z } from 'zod';

export type SearchParams = Record<string, string | string[] | undefined>;

export function filterFrom<Schema extends z.ZodObject>(
  schema: Schema,
  params: SearchParams,
): z.output<Schema> {
  const known = Object.entries(params).filter(([name, value]) => {
    const field: z.ZodType | undefined = schema.shape[name];
    return value !== undefined && field?.safeParse(value).success;
  });
  return schema.parse(Object.fromEntries(known));
}
