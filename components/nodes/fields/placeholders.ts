// What may stand between {{ and }}: always the customer and the journey, whatever the events seen
// lately carry, and what the steps before keep.
import type { Suggestion, Suggestions } from '../form-context';

interface PlaceholderGroup {
  readonly name: 'customer' | 'event' | 'saved' | 'journey';
  readonly paths: readonly Suggestion[];
}

const always = ['email', 'phone', 'id'];
const SHOWN = 12;
/** Liquid takes dotted names of plain words only. */
const plainPath = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/;

export function placeholderGroups({ attributes, properties, saved }: Suggestions): PlaceholderGroup[] {
  const known = attributes.filter(({ value }) => !always.includes(value));
  const groups: PlaceholderGroup[] = [
    { name: 'customer', paths: under('customer', [...known, ...always.map((value) => ({ value }))]) },
    { name: 'event', paths: under('event', properties) },
    { name: 'saved', paths: under('saved', saved) },
    { name: 'journey', paths: [{ value: 'journey.name' }, { value: 'unsubscribe_url' }] },
  ];
  return groups.filter(({ paths }) => paths.length > 0);
}

function under(root: string, paths: readonly Suggestion[]): Suggestion[] {
  const plain = paths.filter(({ value }) => plainPath.test(value)).slice(0, SHOWN);
  return plain.map((path) => ({ ...path, value: `${root}.${path.value}` }));
}
