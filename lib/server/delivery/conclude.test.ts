// What becomes of a send, for every way an attempt can end.
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../channels/channel';
import { conclude } from './conclude';

const at = new Date('2026-03-01T10:00:00Z');
const marketing = { id: 'obx_1', type: 'send-email', payload: { kind: 'marketing' } } as const;
const receipt = { ...marketing, payload: { kind: 'transactional' } };
const webhook = { ...marketing, type: 'call-webhook', payload: {} } as const;
const unreadable = { ...marketing, payload: { kind: 7 } };

const accepted: SendOutcome = { kind: 'accepted', providerMessageId: 'p1', isSandboxed: false };
const sandboxed: SendOutcome = { kind: 'accepted', providerMessageId: null, isSandboxed: true };
const later: SendOutcome = { kind: 'retry', reason: 'busy', retryAfterMs: null };
const never: SendOutcome = { kind: 'rejected', reason: 'no', isAddressBad: true };
const lost: SendOutcome = { kind: 'unknown', reason: 'line went dead' };

function of(row: Parameters<typeof conclude>[0], outcome: SendOutcome, attempt = 1) {
  const { status, message, delivery, dueAt } = conclude(row, outcome, attempt, at, at);
  return [status, message, delivery, dueAt !== null];
}

describe('conclude', () => {
  it.each([
    ['accepted', marketing, accepted, ['done', 'sent', 'accepted', false]],
    ['sandboxed', marketing, sandboxed, ['done', 'sandboxed', 'accepted', false]],
    ['refused for now', marketing, later, ['queued', null, 'retry', true]],
    ['refused for ever', marketing, never, ['dead', 'failed', 'rejected', false]],
    ['lost, marketing', marketing, lost, ['unknown', 'unknown', 'unknown', false]],
    ['lost, of no readable kind', unreadable, lost, ['unknown', 'unknown', 'unknown', false]],
    ['lost, a receipt', receipt, lost, ['queued', null, 'unknown', true]],
    ['lost, a webhook', webhook, lost, ['queued', null, 'unknown', true]],
  ] as const)('%s', (_name, row, outcome, expected) => {
    expect(of(row, outcome)).toEqual(expected);
  });

  it('gives messages six tries and webhooks ten', () => {
    expect(of(marketing, later, 5)[0]).toBe('queued');
    expect(of(marketing, later, 6)).toEqual(['dead', 'failed', 'retry', false]);
    expect(of(webhook, lost, 9)[0]).toBe('queued');
    expect(of(webhook, lost, 10)).toEqual(['dead', 'failed', 'unknown', false]);
  });

  it('waits the same time however often it is computed, and another for another send', () => {
    const due = (id: `obx_${string}`) => conclude({ ...marketing, id }, later, 3, at, at).dueAt?.getTime();
    expect(due('obx_1')).toBe(due('obx_1'));
    expect(due('obx_1')).not.toBe(due('obx_2'));
  });

  it('waits at least as long as the provider asks', () => {
    const { dueAt } = conclude(marketing, { ...later, retryAfterMs: 7_200_000 }, 1, at, at);
    expect(dueAt?.toISOString()).toBe('2026-03-01T12:00:00.000Z');
  });

  it('keeps what it stores storable', () => {
    expect(conclude(marketing, { ...never, reason: 'a\u0000\ud83d' }, 1, at, at).reason).toBe('a\ufffd');
  });
});
