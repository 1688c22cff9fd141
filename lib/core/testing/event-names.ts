// The events that tests speak of: few, so that triggers, waits and conditions often mean the same one.

export const EVENT_NAMES = ['Viewed', 'Bought', 'Left'] as const;
