// What an imported file may be. Every limit stands here once, so that checks, sentences and tests name the same number.

const MB = 1024 * 1024;

/** After unpacking. */
export const MAX_FILE_BYTES = 100 * MB;
export const MAX_ROWS = 1_000_000;
export const MAX_ROW_BYTES = 64 * 1024;
export const MAX_COLUMNS = 1_000;
export const MAX_NAME_BYTES = 150;

/** One request: far below what the server takes, so that a refusal by size cannot happen. */
export const CALLS_PER_REQUEST = 500;
export const BYTES_PER_REQUEST = MB;
