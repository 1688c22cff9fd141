// Things to come, taken in the order of their time; whatever happens may put more on the list.

export interface Agenda {
  put(at: number, happen: (at: number) => void): void;
  /** Lets everything happen that lies before the end. */
  run(until: number): void;
}

export function newAgenda(): Agenda {
  const entries: { at: number; happen: (at: number) => void }[] = [];
  return {
    put: (moment, happen) => {
      const at = Math.round(moment);
      const place = entries.findLastIndex((entry) => entry.at > at) + 1;
      // Latest first, so that the next one is taken from the end.
      entries.splice(place, 0, { at, happen });
    },
    run: (until) => {
      for (let next = entries.pop(); next && next.at < until; next = entries.pop()) next.happen(next.at);
    },
  };
}
