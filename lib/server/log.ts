// Operator's log: one JSON line per fact on stderr. Never customer content, never secrets.

type Fields = Record<string, unknown>;

function write(level: 'info' | 'warn' | 'error', fields: Fields, text: string): void {
  const { error, ...rest } = fields;
  const shown =
    error instanceof Error ? { error: error.message, stack: error.stack } : error ? { error } : {};
  process.stderr.write(`${JSON.stringify({ level, text, ...rest, ...shown })}\n`);
}

export const log = {
  info: (fields: Fields, text: string) => write('info', fields, text),
  warn: (fields: Fields, text: string) => write('warn', fields, text),
  error: (fields: Fields, text: string) => write('error', fields, text),
};
