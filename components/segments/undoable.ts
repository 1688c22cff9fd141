// What an editor holds, with what it held before and what was taken back.

export interface Undoable<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** Where the last change was made: the next one at the same place goes into the same step. */
  readonly place: string;
}

const MOST = 200;

export function undoable<Value>(present: Value): Undoable<Value> {
  return { past: [], present, future: [], place: '' };
}

/** @param place changes at one place in a row, such as the letters of a word, are taken back together; '' never joins */
export function changed<Value>(held: Undoable<Value>, present: Value, place = ''): Undoable<Value> {
  const isSame = place !== '' && place === held.place;
  const past = isSame ? held.past : [...held.past, held.present].slice(-MOST);
  return { past, present, future: [], place };
}

export function undone<Value>(held: Undoable<Value>): Undoable<Value> {
  const [last] = held.past.slice(-1);
  if (last === undefined) return held;
  return { past: held.past.slice(0, -1), present: last, future: [held.present, ...held.future], place: '' };
}

export function redone<Value>(held: Undoable<Value>): Undoable<Value> {
  const [next, ...future] = held.future;
  if (next === undefined) return held;
  return { past: [...held.past, held.present], present: next, future, place: '' };
}
