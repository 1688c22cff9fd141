// What one row of a file of people says: whom it names, and what else the journey may read.
import type { EntryRow } from '@/lib/core/api/entry';
import type { JsonObject } from '@/lib/core/json';
import { RowError } from '../import/file-rows';
import { type Header, readHeader } from '../import/header';
import { ImportError } from '../import/import-error';
import { plainValue } from '../import/plain-value';

export const personAliases = {
  person: ['people', 'recipient'],
  customer_id: ['customerid', 'customer'],
  user_id: ['userid', 'user', 'id', 'customer_number', 'customer_no'],
  email: ['e_mail', 'email_address', 'customer_email'],
} as const;
const fields = ['person', 'customer_id', 'user_id', 'email'] as const;
const LONGEST_NAME = 500;

export function personReader(header: readonly string[]): (values: readonly string[]) => EntryRow {
  const columns = readHeader(header, personAliases);
  const known = fields.filter((field) => columns.place[field] !== undefined);
  const [first] = known;
  if (first === undefined) {
    throw new ImportError(
      'No column says who is meant: name one of them person, user_id, customer_id or email.',
    );
  }
  return (values) => {
    const named = known.map((field) => values[columns.place[field] ?? -1] ?? '').find((text) => text !== '');
    const column = columns.names[columns.place[first] ?? -1] ?? first;
    if (named === undefined) throw new RowError(column, 'is empty');
    if (named.length > LONGEST_NAME) {
      throw new RowError(column, `is longer than ${LONGEST_NAME} characters`);
    }
    return { person: named, properties: propertiesOf(values, columns) };
  };
}

function propertiesOf(values: readonly string[], { names, others }: Header<string>): JsonObject {
  return Object.fromEntries(
    others.flatMap((index) => {
      const [name = '', text = ''] = [names[index], values[index]];
      return text === '' ? [] : [[name, plainValue(name, text)]];
    }),
  );
}
