// Refusals are values: a verb answers with a Result, and only surprises throw.

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  /** The other fields that are wrong as well, so that one can mend them all at once. */
  readonly others?: readonly FieldProblem[];
}

export type Result<Value, No = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<No>(refusal: No): { readonly ok: false; readonly refusal: No } {
  return { ok: false, refusal };
}
