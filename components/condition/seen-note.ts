// What is odd about a test by what was seen lately: a name that never came, or a value of a kind that never came there.
import type { Suggestion } from '@/components/nodes/form-context';
import type { SeenKind } from '@/lib/core/api/seen';
import type { Test } from '@/lib/core/condition/condition';
import { kindOf, kindsOf, type ValueKind } from './operators';

export type SeenNote =
  | { readonly kind: 'never-seen' }
  | {
      readonly kind: 'clash';
      readonly wanted: ValueKind;
      readonly seen: SeenKind;
      readonly samples: readonly (string | number | boolean)[];
    };

const SAMPLES = 3;

/** Null where nothing is odd, or nothing is known. Both oddities are allowed: tomorrow's events may be different. */
export function seenNote(test: Test, suggestions: readonly Suggestion[]): SeenNote | null {
  const path = test.path.join('.');
  if (path === '' || suggestions.length === 0 || test.subject === 'saved') return null;
  const seen = suggestions.find(({ value }) => value === path);
  if (!seen) {
    const isOuter = suggestions.some(({ value }) => value.startsWith(`${path}.`));
    return isOuter ? null : { kind: 'never-seen' };
  }
  const wanted = wantedKind(test);
  const [common] = seen.kinds ?? [];
  if (wanted === null || common === undefined || fits(test, wanted, seen.kinds ?? [])) return null;
  return { kind: 'clash', wanted, seen: common, samples: (seen.values ?? []).slice(0, SAMPLES) };
}

function fits({ operator }: Test, wanted: ValueKind, kinds: readonly SeenKind[]): boolean {
  return kinds.includes(wanted) || (operator.startsWith('contains') && kinds.includes('list'));
}

/** The kind of value that could make the test hold, where only one could. "Is not" holds for any other kind as well. */
function wantedKind({ operator, value }: Test): ValueKind | null {
  if (operator.startsWith('not-') || value === undefined || value === '') return null;
  const kinds = kindsOf(operator);
  if (operator.startsWith('contains')) return 'text';
  if (kinds.length === 1) return kinds[0] ?? null;
  return kinds.length === 0 || (Array.isArray(value) && value.length === 0) ? null : kindOf(value);
}
