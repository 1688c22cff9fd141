// What one row says, as calls of the event protocol: who the customer is, where that is news, and what was ordered.
// Message ids come from the file's own ids, so that importing the same file again changes nothing.
import { createHash } from 'node:crypto';
import type { JsonObject } from '@/lib/core/json';
import { isStorable } from '@/lib/core/text';
import { readInstant } from '../ingest/event-time';
import type { Columns, Field } from './columns';
import type { RowProblem } from './import-error';
import { plainValue } from './plain-value';
import type { Row } from './read-rows';

export interface Call {
  readonly line: number;
  readonly body: JsonObject;
}

export type RowCalls =
  | { readonly ok: true; readonly calls: readonly Call[] }
  | { readonly ok: false; readonly problem: RowProblem };

const EVENTS: Readonly<Record<string, string>> = {
  purchase: 'Order Completed',
  order: 'Order Completed',
  sale: 'Order Completed',
  completed: 'Order Completed',
  cancellation: 'Order Cancelled',
  cancelled: 'Order Cancelled',
  canceled: 'Order Cancelled',
};
const TRAITS = ['email', 'phone', 'name', 'first_name', 'last_name', 'language', 'city', 'country'] as const;

class BadValue extends Error {
  constructor(
    readonly field: Field | null,
    message: string,
  ) {
    super(message);
  }
}

interface Memory {
  /** What each customer was last said to be, so that only news is sent. */
  readonly told: Map<string, string>;
  /** The line of each order. */
  readonly orders: Map<string, number>;
}

export function rowReader(columns: Columns): (row: Row) => RowCalls {
  const memory: Memory = { told: new Map(), orders: new Map() };
  return (row) => {
    try {
      return { ok: true, calls: callsOf(row, columns, memory) };
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      const field =
        error.field === null ? null : (columns.names[columns.place[error.field] ?? -1] ?? error.field);
      return { ok: false, problem: { line: row.line, field, message: error.message } };
    }
  };
}

function callsOf(row: Row, columns: Columns, { told, orders }: Memory): Call[] {
  const { names, place } = columns;
  if (row.values.length !== names.length) {
    throw new BadValue(null, `has ${row.values.length} values where the header has ${names.length}`);
  }
  if (!row.values.every(isStorable)) throw new BadValue(null, 'holds U+0000 or half a surrogate pair');
  const value = (field: Field) => (row.values[place[field] ?? -1] ?? '').trim();
  const userId = value('customer_id');
  const email = value('email');
  const customer = userId || email.toLowerCase();
  if (customer === '')
    throw new BadValue(place.customer_id === undefined ? 'email' : 'customer_id', 'is empty');
  const own = { traits: traitsOf(value), others: othersOf(row, columns) };
  const isOrder = place.order_id !== undefined;
  const order = isOrder ? orderCall(value, columns, own) : null;
  if (order) checkFirst(order.messageId, row.line, orders);
  const traits = isOrder ? own.traits : { ...own.traits, ...own.others };
  const who = userId ? { userId } : {};
  const calls: JsonObject[] = [];
  const said = JSON.stringify(traits);
  if (Object.keys(traits).length > 0 && told.get(customer) !== said) {
    told.set(customer, said);
    const at = order ? { timestamp: order.timestamp } : {};
    const key = order ? `customer-of-${value('order_id')}` : `customer-${customer} ${said}`;
    calls.push({ type: 'identify', ...who, traits, ...at, messageId: messageId(key) });
  }
  if (order) calls.push({ ...order, ...who, ...(userId ? {} : { context: { traits: { email } } }) });
  return calls.map((body) => ({ line: row.line, body }));
}

/** A file of order lines must not pass for a file of orders: it would lose all lines but the first. */
function checkFirst(messageId: string, line: number, orders: Map<string, number>): void {
  const first = orders.get(messageId);
  if (first !== undefined) {
    throw new BadValue(
      'order_id',
      `stands in line ${first} already; the file must have one row for each order`,
    );
  }
  orders.set(messageId, line);
}

interface OrderCall extends JsonObject {
  timestamp: string;
  messageId: string;
}

function orderCall(
  value: (field: Field) => string,
  { currency: fromName, place }: Columns,
  own: { readonly traits: JsonObject; readonly others: JsonObject },
): OrderCall {
  const orderId = value('order_id');
  if (orderId === '') throw new BadValue('order_id', 'is empty');
  const kind = value('kind').toLowerCase() || 'purchase';
  const event = EVENTS[kind];
  if (event === undefined) {
    throw new BadValue('kind', `is ${quoted(kind)}; it must be one of ${Object.keys(EVENTS).join(', ')}`);
  }
  const currency = value('currency').toUpperCase() || fromName;
  const { country } = own.traits;
  const properties = {
    ...own.others,
    order_id: orderId,
    ...(place.total === undefined ? {} : { total: amount(value('total')) }),
    ...(currency ? { currency } : {}),
    ...(country === undefined ? {} : { country }),
  };
  return {
    type: 'track',
    event,
    properties,
    timestamp: instant(value),
    messageId: messageId(`${event.slice(6).toLowerCase()}-${orderId}`),
  };
}

function instant(value: (field: Field) => string): string {
  const text = value('ordered_at');
  const at = readInstant(text);
  if (at !== null) return new Date(at).toISOString();
  if (text === '') throw new BadValue('ordered_at', 'is missing');
  throw new BadValue('ordered_at', `is ${quoted(text)}; it must be a date, or date and time, in ISO 8601`);
}

function amount(text: string): number {
  if (/^[+-]?\d{1,15}(\.\d{1,10})?$/.test(text)) return Number(text);
  throw new BadValue('total', `is ${quoted(text)}; it must be a number such as 1234.50`);
}

function traitsOf(value: (field: Field) => string): JsonObject {
  return Object.fromEntries(TRAITS.flatMap((field) => (value(field) === '' ? [] : [[field, value(field)]])));
}

function othersOf(row: Row, { names, others }: Columns): JsonObject {
  return Object.fromEntries(
    others.flatMap((index) => {
      const [name = '', text = ''] = [names[index], row.values[index]?.trim()];
      return text === '' ? [] : [[name, plainValue(name, text)]];
    }),
  );
}

/** Short ids can be read in the event; long or strange ones would break the limit of 99 characters. */
function messageId(key: string): string {
  if (/^[\w.-]{1,80}$/.test(key)) return `import-${key}`;
  return `import-${createHash('sha256').update(key).digest('base64url')}`;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
