// Every code a refusal may carry, with the HTTP status it has in the management API. The sentences are in the catalogue.

export const refusalStatus = {
  'malformed-json': 400,
  'invalid-field': 400,
  'bad-cursor': 400,
  'no-credentials': 401,
  'unknown-key': 401,
  'write-key-not-allowed': 403,
  'role-not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'stale-draft': 409,
  'journey-archived': 409,
  'journey-not-live': 409,
  'journey-not-entered': 409,
  'task-finished': 409,
  'pool-has-pattern': 409,
  'nothing-to-undo': 409,
  'newer-release': 409,
  'experiment-over': 409,
  'experiment-not-running': 409,
  'nobody-held-out': 409,
  'holdout-drawn-lately': 409,
  'too-many-tests': 409,
  'segment-name-taken': 409,
  'segment-archived': 409,
  'segment-in-use': 409,
  'stale-segment': 409,
  'too-large': 413,
  'bad-condition': 422,
  'condition-too-costly': 422,
  'unknown-segment': 422,
  'unknown-arm': 422,
  'segment-cycle': 422,
  'does-not-compile': 422,
  'plan-target-missing': 422,
  'plan-cannot-retime': 422,
  'tests-failing': 422,
  'bad-file': 422,
  'unknown-person': 422,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalStatus, code);
}
