// The number of the format that documents and tests are stored in.
import { z } from 'zod';

/** What a newer release has written is refused by that name: half of it read would be something else. */
export const StoredFormat = z.literal(1, {
  error: ({ input }) =>
    typeof input === 'number' && input > 1
      ? `is of a newer version of Throughline (format ${input}, and this one reads format 1); update Throughline to open it`
      : 'must be 1',
});
