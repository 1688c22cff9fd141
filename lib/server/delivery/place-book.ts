// The book of places: what caps, throttle and holdout say about each send of a batch, kept up while the batch is decided,
// so that many at once come out as they would one by one.
import type { Id } from '@/lib/core/id';
import { isHeldOut } from '@/lib/core/policy/holdout';
import type { SendingLimits } from '@/lib/core/policy/policy-facts';
import { zoneOf } from '@/lib/core/time/zone';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { categoryOf, kindOf } from './guarantee';
import { loadPastSends, loadRivals, lockPlaces, type PastSend, type Rival } from './history';
import { loadRules, type Rules } from './load-rules';
import type { Standing } from './load-standing';
import { loadStarts } from './load-starts';
import type { Prepared } from './prepare';

type Starts = Awaited<ReturnType<typeof loadStarts>>;

export class PlaceBook {
  private constructor(
    private readonly workspaceId: Id<'wsp'>,
    private readonly rules: Rules,
    private readonly past: PastSend[],
    private readonly rivals: readonly Rival[],
    private readonly starts: Starts,
    /** When the book was opened: after all who held its places before had ended. */
    readonly at: Date,
  ) {}

  /** Locks the places of everybody concerned, then reads what is taken. The caller holds the locks of the rows. */
  static async open(
    tx: Tx,
    workspaceId: Id<'wsp'>,
    sends: readonly { readonly prepared: Prepared; readonly standing: Standing }[],
  ): Promise<PlaceBook> {
    const rules = await loadRules(tx, workspaceId);
    const { caps, throttles } = rules.policy;
    const throttled = [...new Set(sends.map(({ prepared }) => prepared.channel))].filter(
      (channel) => throttles[channel] !== null,
    );
    const marketing = sends.filter(({ prepared }) => kindOf(prepared.row) === 'marketing');
    const customers =
      caps.length === 0 ? [] : [...new Set(marketing.map(({ standing }) => standing.customerId))];
    await lockPlaces(tx, workspaceId, { customers, channels: throttled });
    const at = now();
    const starts = await loadStarts(tx, workspaceId, throttled, at);
    if (customers.length === 0) return new PlaceBook(workspaceId, rules, [], [], starts, at);
    const past = await loadPastSends(tx, workspaceId, customers, caps, at);
    const mine = sends.map(({ prepared }) => prepared.row.id);
    const rivals = await loadRivals(tx, workspaceId, customers, mine, throttled, at);
    return new PlaceBook(workspaceId, rules, past, rivals, starts, at);
  }

  limitsFor({ row, channel }: Prepared, { customerId, attributes, firstEmail }: Standing): SendingLimits {
    const { policy: rules, draw, timeZone } = this.rules;
    const { workspaceId, past, rivals, starts } = this;
    return {
      rules,
      category: categoryOf(row),
      zone: zoneOf(attributes, timeZone),
      isHeldOut: isHeldOut(
        { percent: rules.holdoutPercent, draw },
        { workspaceId, customerId, email: firstEmail },
      ),
      // A further try of a message takes the place it has.
      history: past.filter((one) => one.customerId === customerId && one.outboxId !== row.id),
      ahead: rivals.filter((one) => one.customerId === customerId && one.priority > row.priority),
      channelStarts: starts.get(channel) ?? [],
    };
  }

  /** A send was started just now. */
  note({ row, channel }: Prepared, { customerId }: Standing): void {
    const ms = this.at.getTime();
    this.starts.get(channel)?.push(ms);
    if (kindOf(row) !== 'marketing') return;
    this.past.push({ customerId, outboxId: row.id, channel, category: categoryOf(row), at: ms });
  }
}
