// What hardly ever happens, counted: a suite that never met what it is about has shown nothing.
export interface RareStates {
  /** Somebody came back to a send that had been taken over, and changed nothing. */
  readonly zombiesRefused: number;
  /** A commit was worked, and the one who asked for it was told that it failed. */
  readonly repliesLost: number;
  readonly leasesStolen: number;
  readonly unknownSends: number;
  readonly deadLetters: number;
  readonly eventsParked: number;
}

export const noRareStates: RareStates = {
  zombiesRefused: 0,
  repliesLost: 0,
  leasesStolen: 0,
  unknownSends: 0,
  deadLetters: 0,
  eventsParked: 0,
};

export function addStates(one: RareStates, other: RareStates): RareStates {
  return {
    zombiesRefused: one.zombiesRefused + other.zombiesRefused,
    repliesLost: one.repliesLost + other.repliesLost,
    leasesStolen: one.leasesStolen + other.leasesStolen,
    unknownSends: one.unknownSends + other.unknownSends,
    deadLetters: one.deadLetters + other.deadLetters,
    eventsParked: one.eventsParked + other.eventsParked,
  };
}

/** A sentence for each state that a suite promises and never met. */
export function neverMet(states: RareStates, promised: readonly (keyof RareStates)[]): string[] {
  return promised.filter((state) => states[state] === 0).map((state) => `T17 never met: ${state}`);
}
