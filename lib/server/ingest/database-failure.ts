// What a failed statement may tell: drizzle's own message holds the statement's parameters, and those are customers' data.
import { DrizzleQueryError } from 'drizzle-orm/errors';

/** The SQLSTATE, or the network's code where there never was an answer; empty where there is neither. */
export function failureCode(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** For the log: the code, and the message only where no statement's data can be in it. */
export function describeFailure(error: unknown): { code: string; reason: string } {
  const code = failureCode(error);
  const cause = causeOf(error);
  const isSql = /^[0-9A-Z]{5}$/.test(code);
  return { code, reason: isSql || !(cause instanceof Error) ? '' : cause.message };
}

function causeOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? new Error('query failed')) : error;
}
