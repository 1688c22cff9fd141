// What a client may send. Every limit stands here once, so that checks, replies and tests name the same number.

const KB = 1024;
const MB = 1024 * KB;

/** A request's body after inflation. Real clients exceed the protocol's 500 KB; 4 MB is RudderStack's documented cap. */
export const MAX_BODY_BYTES = 4 * MB;
/** A compressed body may always inflate to this much; above it, to MAX_INFLATION times its own size. */
export const INFLATION_FLOOR_BYTES = MB;
export const MAX_INFLATION = 20;
export const MAX_EVENTS_PER_REQUEST = 2_500;

export const MAX_EVENT_BYTES = 32 * KB;
/** Containers inside the event: `properties` is the first. */
export const MAX_DEPTH = 20;
export const MAX_KEYS = 1_000;
export const MAX_KEY_BYTES = 150;
export const MAX_ITEMS = 4_000;
export const MAX_STRING_BYTES = 10 * KB;
/** An id ends up in an index, whose entries may not exceed 2.7 kB. */
export const MAX_ID_BYTES = 500;
/** As long as the name a trigger can listen to. */
export const MAX_NAME_LENGTH = 200;
export const MAX_MESSAGE_ID_LENGTH = 99;

/** An event that claims to come from later than this is dated to its arrival. */
export const MAX_FUTURE_MS = 5 * 60_000;
/** `sentAt` further in the past than this is an old request sent again, not a clock that is slow. */
export const MAX_SLOW_CLOCK_MS = 24 * 3_600_000;

/** Events stored by one transaction. */
export const GROUP_EVENTS = 2_000;
/** What may wait for the database in this process before new requests are turned away. */
export const MAX_WAITING_EVENTS = 50_000;
export const MAX_WAITING_BYTES = 64 * MB;
