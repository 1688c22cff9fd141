// What every import of a file answers: how much was read, and what could not be taken, row by row.
import { z } from 'zod';

const RowProblem = z.object({
  line: z.number().int().describe('As an editor counts: the header is line 1.'),
  column: z.string().nullable().describe('The column’s name in the file, where one is to blame.'),
  message: z.string(),
});

/** More than this many are counted and not listed. */
export const MAX_LISTED_PROBLEMS = 500;

export const ImportReport = z.object({
  rows: z.number().int(),
  problemCount: z.number().int(),
  problems: z.array(RowProblem).describe(`The first ${MAX_LISTED_PROBLEMS}.`),
});
export type ImportReport = z.infer<typeof ImportReport>;
