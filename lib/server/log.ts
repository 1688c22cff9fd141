// Operator's log: one JSON line per fact on stderr. Never customer content, never secrets.

type Level = 'info' | 'warn' | 'error';
type Fields = Record<string, unknown>;

function write(level: Level, fields: Fields, text: string): void {
  process.stderr.write(`${JSON.stringify({ level, text, ...fields }, spellErrors)}\n`);
}

/**
 * JSON shows an Error as {}: give its message and stack instead. Drizzle writes a failed statement's values, which are
 * customers' data, behind its text: they are cut off, and what the database said is named by its code.
 */
function spellErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const message = value.message.replace(/\nparams: [\s\S]*/, '');
  const cause = value.cause instanceof Error && 'code' in value.cause ? { cause: value.cause.code } : {};
  return { message, stack: value.stack?.replace(value.message, message), ...cause };
}

export const log = {
  info: (fields: Fields, text: string) => write('info', fields, text),
  warn: (fields: Fields, text: string) => write('warn', fields, text),
  error: (fields: Fields, text: string) => write('error', fields, text),
};
