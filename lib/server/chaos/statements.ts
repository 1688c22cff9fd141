// Makes every statement of the driver a point of its own, so that no await on the database is left out for want of a name.
import pg from 'pg';
import { fault } from '../fault';
import { Broken, STATEMENT } from './breaker';
import type { Engine } from './suite';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Returns the way to take it off again. */
export function hookStatements(engine: Engine): () => void {
  const { query } = pg.Client.prototype;
  const hooked: Query = function (...args) {
    const work = () => Reflect.apply(query, this, args);
    if (typeof args.at(-1) === 'function') return work();
    return engine === 'postgresql' ? breakWithLine(this, work) : breakAlone(args[0], work);
  };
  Object.assign(pg.Client.prototype, { query: hooked });
  return () => void Object.assign(pg.Client.prototype, { query });
}

/** On a server a statement breaks with its connection, before or after it was worked. */
async function breakWithLine(client: pg.Client, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await fault(STATEMENT, work);
  } catch (error) {
    // The driver keeps its socket to itself, and only a break needs it.
    const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
    if (error instanceof Broken) connection.stream.destroy();
    throw error;
  }
}

/** The embedded database has no line that could be cut: where a transaction opens or is taken back, nothing is lost. */
function breakAlone(statement: unknown, work: () => Promise<unknown>): Promise<unknown> {
  const text = typeof statement === 'object' && statement && 'text' in statement ? statement.text : statement;
  return text === 'begin' || text === 'rollback' ? work() : fault(STATEMENT, work);
}
