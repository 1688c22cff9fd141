// What happens at triggers, followed along by one who knows everything.
import type { Id } from '@/lib/core/id';
import type { Call, Facts, Version } from './random-history';

interface Told {
  readonly who: string;
  readonly call: Call | { readonly isIn: boolean };
}

/** What happens, followed along. Verdicts by person, journey and event, in the order in which events came in. */
export class VerdictModel {
  readonly verdicts = new Map<string, string[]>();
  private readonly plans = new Map<string, string>();
  private readonly entered = new Set<string>();
  private readonly regulars = new Set<string>();
  /** By person and journey, the plan to set after C. */
  private readonly inside = new Map<string, string>();
  private waiting: Told[] = [];
  private readonly standing: {
    state: 'draft' | 'live' | 'paused';
    version: Version | null;
    listened: Set<string>;
  }[];

  constructor(private readonly journeys: readonly Id<'jrn'>[]) {
    this.standing = journeys.map(() => ({ state: 'draft', version: null, listened: new Set() }));
  }

  tell(who: string, calls: readonly Told['call'][]): void {
    this.waiting.push(...calls.map((one) => ({ who, call: one })));
  }

  /** Whoever is in already does not come in, and so on: only changes are told. */
  join(who: string, isIn: boolean): void {
    const last = this.waiting.findLast(({ who: whose, call: one }) => whose === who && 'isIn' in one)?.call;
    const wasIn = last && 'isIn' in last ? last.isIn : this.regulars.has(who);
    if (wasIn !== isIn) this.tell(who, [{ isIn }]);
  }

  publish(index: number, next: Version): void {
    const standing = this.standing[index];
    if (!standing) return;
    Object.assign(standing, { state: 'live', version: next });
    standing.listened.add('A');
    if (next.b) standing.listened.add('B');
  }

  change(index: number, from: 'live' | 'paused', to: 'live' | 'paused'): void {
    const standing = this.standing[index];
    if (standing?.state === from) standing.state = to;
  }

  work(): void {
    for (const { who, call: one } of this.waiting) {
      if ('plan' in one) this.plans.set(who, one.plan);
      else if ('isIn' in one) this.regulars[one.isIn ? 'add' : 'delete'](who);
      else this.judge(who, one.event, one.total);
    }
    this.waiting = [];
  }

  /** Events no version ever listened for are no occasions; those still waiting are pending. */
  heard(who: string, index: number, events: readonly string[]): string[] {
    const all = this.verdicts.get(`${who} ${index}`) ?? [];
    const pending = this.waiting.flatMap(({ who: whose, call: one }) =>
      whose === who && 'event' in one && one.event !== 'C' ? ['event-pending'] : [],
    );
    return [...all, ...pending].filter((_, at) => this.standing[index]?.listened.has(events[at] ?? ''));
  }

  /** All are judged before anybody moves; then they move in the order of the journeys' ids. */
  private judge(who: string, event: string, total: number): void {
    const facts = { total, plan: this.plans.get(who), isRegular: this.regulars.has(who) };
    if (event === 'C') {
      this.wake(who);
      return;
    }
    const order = [...this.journeys.keys()].sort((a, b) =>
      `${this.journeys[a]}` < `${this.journeys[b]}` ? -1 : 1,
    );
    for (const index of order) {
      const place = `${who} ${index}`;
      const verdict = this.verdictOf(index, place, event, facts);
      this.verdicts.set(place, [...(this.verdicts.get(place) ?? []), verdict]);
    }
  }

  private wake(who: string): void {
    for (const [place, plan] of this.inside) {
      if (!place.startsWith(who)) continue;
      this.inside.delete(place);
      this.plans.set(who, plan);
    }
  }

  private verdictOf(index: number, place: string, event: string, facts: Facts): string {
    const { state = 'draft', version: live = null } = this.standing[index] ?? {};
    if (state === 'paused') return 'was-paused';
    const asked = event === 'A' ? live?.a : live?.b;
    if (live === null || !asked) return 'was-not-live';
    if (!asked.holds(facts)) return 'filter-failed';
    if (this.inside.has(place)) return 'already-in-journey';
    if (live.reentry === 'once' && this.entered.has(place)) return 'entered-before';
    this.entered.add(place);
    this.plans.set(place.split(' ')[0] ?? '', live.sets);
    if (live.later) this.inside.set(place, live.later);
    return 'entered';
  }
}
