// JSON, or where exactly it broke. V8 is fast but does not always say where; jsonc-parser does and is asked only on failure.
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from '@/lib/core/json';
import { ok, type Result, refuse } from '@/lib/core/result';
import { isNestedBeyond } from './nesting';
import type { RequestRefusal } from './request-refusal';

interface Break {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** Far above what one event may nest; only stops bodies made to be slow to parse (a second for 4 MB of brackets). */
const PARSER_DEPTH = 50_000;

export function parseJson(text: string): Result<Json, RequestRefusal> {
  if (text.length > PARSER_DEPTH && isNestedBeyond(text, PARSER_DEPTH)) {
    return refuse({
      status: 413,
      code: 'too-deep',
      message: 'The body is nested too deep.',
      limit: PARSER_DEPTH,
    });
  }
  try {
    // What JSON.parse answers is Json by definition; its own type is any.
    return ok(JSON.parse(text) as Json);
  } catch {
    return refuse(broken(text));
  }
}

function broken(text: string): RequestRefusal {
  const at = firstBreak(text);
  const refusal = { status: 400, code: 'malformed-json' } as const;
  if (!at) return { ...refusal, message: 'The body is not valid JSON.' };
  const { offset, line, column, what } = at;
  const message = `The body is not valid JSON: ${what} at line ${line}, column ${column} (offset ${offset}).`;
  return { ...refusal, message, line, column, offset };
}

function firstBreak(text: string): Break | null {
  const found: Break[] = [];
  const onError = (
    error: ParseErrorCode,
    offset: number,
    _length: number,
    line: number,
    character: number,
  ) => {
    if (found.length > 0) return;
    found.push({ offset, line: line + 1, column: character + 1, what: said(printParseErrorCode(error)) });
  };
  try {
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // It recurses, so text nested thousands deep ends it; such text gets no position.
  }
  return found[0] ?? null;
}

const SAYINGS: Readonly<Record<string, string>> = {
  ValueExpected: 'a value is missing',
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  PropertyNameExpected: 'a key is missing',
  EndOfFileExpected: 'there is more after the end',
  UnexpectedEndOfString: 'a string does not end',
  InvalidSymbol: 'something that is no value stands',
  InvalidCharacter: 'a control character stands',
  InvalidEscapeCharacter: 'an unknown escape stands',
  InvalidUnicode: 'a broken \\u escape stands',
};

function said(error: string): string {
  return SAYINGS[error] ?? error;
}
