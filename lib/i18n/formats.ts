// How dates and numbers look, by name, so that every page writes them the same way.
import type { Formats } from 'next-intl';

export const formats = {
  dateTime: {
    day: { day: 'numeric', month: 'short', year: 'numeric' },
    dayLong: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    shortTime: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    full: {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    },
  },
  number: {
    compact: { notation: 'compact', maximumFractionDigits: 1 },
  },
} as const satisfies Formats;
