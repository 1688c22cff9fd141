// The row of an event as JSON text, under one-letter names: it is written and read once for every event.
import type { EventType } from '@/lib/core/api/event';
import type { EventContent } from './event-content';

export interface EventRow extends EventContent {
  readonly messageId: string;
  readonly bodyHash: string;
  readonly type: EventType;
  /** Instants in ms since 1970. */
  readonly occurredAt: number;
  readonly receivedAt: number;
}

/** The members without braces; `rowWithOwner` completes them. */
export function rowJsonOf(row: EventRow): string {
  const { messageId, bodyHash, type, name, propertiesJson, traitsJson, contextJson } = row;
  const names = `"m":${JSON.stringify(messageId)},"h":"${bodyHash}","t":"${type}","n":${JSON.stringify(name)}`;
  const times = `"o":"${new Date(row.occurredAt).toISOString()}","r":"${new Date(row.receivedAt).toISOString()}"`;
  return `${names},${times},"p":${propertiesJson},"a":${traitsJson},"x":${contextJson}`;
}

export function rowWithOwner(rowJson: string, lane: number, customerId: string, source: string): string {
  return `{"l":${lane},"c":"${customerId}","s":${JSON.stringify(source)},${rowJson}}`;
}

/** The same names and their types, for the statement that reads the rows. */
export const ROW_COLUMNS =
  'l smallint, c text, s text, m text, h text, t text, n text, o timestamptz, r timestamptz, p jsonb, a jsonb, x jsonb';
