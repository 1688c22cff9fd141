// Unwraps a result that must not be a refusal.
import type { Result } from '@/lib/core/result';

export function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
