// Reference values for experiments, retention and RFM, computed with R, SciPy and mpmath: every test of a formula reads them here.
import { z } from 'zod';
import vectors from './statistics-vectors.json';

const Tolerance = z.strictObject({
  rel: z.number().optional(),
  abs: z.number().optional(),
  exact: z.boolean().optional(),
});
export type Tolerance = z.infer<typeof Tolerance>;

const Vector = z.object({
  id: z.string(),
  kind: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
  tolerance: Tolerance,
});

interface ReferenceVector<Input> {
  readonly id: string;
  readonly input: Input;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
}

/** The vectors of one kind, their input in the shape that the test says it has. Throws where there is none of that kind. */
export function statisticsVectors<Input>(kind: string, shape: z.ZodType<Input>): ReferenceVector<Input>[] {
  const all: unknown = vectors;
  const chosen = z
    .array(Vector)
    .parse(all)
    .filter((vector) => vector.kind === kind);
  if (chosen.length === 0) throw new Error(`No reference vector of kind ${kind}`);
  return chosen.map((vector) => ({ ...vector, input: shape.parse(vector.input) }));
}
