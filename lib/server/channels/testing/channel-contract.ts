// What every channel must do, shown against a real or emulated counterpart. Each channel's suite runs these tests.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Connection, Order, Parcel, SendOutcome } from '../channel';
import { closeLiquid } from '../liquid';
import { sandboxConnection } from './sample-order';

/** A message as the counterpart got it. */
interface Taken {
  readonly address: string;
  /** What a receiver can tell a repeat by; null where the medium has nothing of the kind. */
  readonly id: string | null;
}

export interface Peer {
  readonly connection: Connection;
  /** One that leads to nobody listening. */
  readonly unreachable: Connection;
  readonly order: Order;
  readonly addresses: {
    readonly good: string;
    /** Refused for ever. */
    readonly refused: string;
    /** Refused for now. */
    readonly busy: string;
    /** Taken, but the answer never comes back. */
    readonly dropped: string;
    readonly malformed: readonly string[];
    /** Where nobody listens, if the address itself decides that. */
    readonly silent?: string;
  };
  taken(): readonly Taken[];
  close(): Promise<void>;
}

export function describeContract(channel: Channel, open: () => Promise<Peer>): void {
  describe(`the channel contract: ${channel.kind}`, () => {
    let peer: Peer;
    let content: Parcel['content'];
    let keys = 0;

    beforeAll(async () => {
      peer = await open();
      const rendered = await channel.render(peer.order);
      if (!rendered.ok) throw new Error(rendered.refusal.message);
      content = rendered.value;
    });

    afterAll(async () => {
      await channel.close();
      await peer.close();
      await closeLiquid();
    });

    function send(
      address: string,
      key = `contract-${keys++}`,
      connection = peer.connection,
    ): Promise<SendOutcome> {
      return channel.send(connection, { key, address, content });
    }
    const to = (address: string) => peer.taken().filter((taken) => taken.address === address);

    it('renders content that passes its own check', () => {
      expect(channel.check(content, peer.addresses.good)).toBeNull();
    });

    it('checks addresses before a provider sees them', () => {
      const codes = peer.addresses.malformed.map((address) => channel.check(content, address) !== null);
      expect(codes).toEqual(peer.addresses.malformed.map(() => true));
    });

    it('hands a message over once, under an id that stays the same', async () => {
      const { good } = peer.addresses;
      expect(await send(good, 'same')).toMatchObject({ kind: 'accepted', isSandboxed: false });
      expect(to(good)).toHaveLength(1);
      await send(good, 'same');
      await send(good, 'other');
      const [first, again, other] = to(good).map(({ id }) => id);
      expect(again).toBe(first);
      if (first !== null) expect(other).not.toBe(first);
    });

    it('tells refused for ever from refused for now', async () => {
      expect(await send(peer.addresses.refused)).toMatchObject({ kind: 'rejected' });
      expect(await send(peer.addresses.busy)).toMatchObject({ kind: 'retry' });
      expect([...to(peer.addresses.refused), ...to(peer.addresses.busy)]).toEqual([]);
    });

    it('says unknown, and tries nothing by itself, when the answer is lost', async () => {
      const { dropped } = peer.addresses;
      expect(await send(dropped)).toMatchObject({ kind: 'unknown' });
      expect(to(dropped)).toHaveLength(1);
    });

    it('may try again where nobody was reached', async () => {
      const address = peer.addresses.silent ?? peer.addresses.good;
      const before = peer.taken().length;
      expect(await send(address, 'lost', peer.unreachable)).toMatchObject({ kind: 'retry' });
      expect(peer.taken()).toHaveLength(before);
    });

    it('keeps sandboxed messages at home', async () => {
      const before = peer.taken().length;
      const outcome = await send(peer.addresses.good, 'sandboxed', sandboxConnection(channel.kind));
      expect(outcome).toEqual({ kind: 'accepted', providerMessageId: null, isSandboxed: true });
      expect(peer.taken()).toHaveLength(before);
    });

    it('lets messages wait while its connection cannot be used', async () => {
      const broken = { ...peer.connection, problem: 'sealed under another key' };
      const outcome = await send(peer.addresses.good, 'waiting', broken);
      expect(outcome).toEqual({ kind: 'retry', reason: 'sealed under another key', retryAfterMs: null });
    });

    it('knows only its own providers', async () => {
      const connection = { ...peer.connection, provider: 'constructor' };
      await expect(send('anybody', 'x', connection)).rejects.toThrow(/no provider/);
    });
  });
}
