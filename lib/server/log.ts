// Operator's log: one JSON line per fact on stderr. Never customer content, never secrets.

type Level = 'info' | 'warn' | 'error';
type Fields = Record<string, unknown>;

function write(level: Level, fields: Fields, text: string): void {
  process.stderr.write(`${JSON.stringify({ level, text, ...fields }, spellErrors)}\n`);
}

/** JSON shows an Error as {}: give its message and stack instead. */
function spellErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? { message: value.message, stack: value.stack } : value;
}

export const log = {
  info: (fields: Fields, text: string) => write('info', fields, text),
  warn: (fields: Fields, text: string) => write('warn', fields, text),
  error: (fields: Fields, text: string) => write('error', fields, text),
};
