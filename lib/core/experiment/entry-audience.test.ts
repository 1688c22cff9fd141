// Whom a journey would let in, read from its drawing.
import { describe, expect, it } from 'vitest';
import type { Condition } from '../condition/condition';
import { JourneyDocument } from '../journey/document';
import { entryAudience } from './entry-audience';

const drawn = (...data: readonly { type: string; data: object }[]) =>
  entryAudience(
    JourneyDocument.parse({
      ...{ format: 1, edges: [], settings: { reentry: 'once' } },
      nodes: data.map((one, at) => ({ ...one, id: `nod_${at}` })),
    }),
  );

const onEvent = (event: string, filter: Condition | null = null) =>
  drawn({ type: 'event-trigger', data: { event, filter } });

const asks = (subject: 'attribute' | 'property' | 'saved', key: string): Condition => ({
  ...{ type: 'test', subject, path: [key], operator: 'is-set' },
});

const deed = (event: string, where: readonly Condition[] = []) => ({
  ...{ type: 'event', event, where, operator: 'at-least', count: 1, sinceEntry: false },
  within: { amount: 28, unit: 'days' },
});

describe('the audience of a journey', () => {
  it('is everybody who did one of the events that start it', () => {
    const both = drawn(
      { type: 'event-trigger', data: { event: 'Signed Up' } },
      { type: 'event-trigger', data: { event: 'Came Back' } },
      { type: 'tag', data: { tag: 'x' } },
    );
    expect(both).toEqual({
      didEvent: { type: 'any', of: [deed('Signed Up'), deed('Came Back')] },
      segmentIds: [],
    });
  });

  it('names each segment that starts it once, and none that is not chosen yet', () => {
    const segments = [{ segmentId: 'seg_1' }, { segmentId: 'seg_1', on: 'left' }, { segmentId: null }];
    const told = drawn(...segments.map((data) => ({ type: 'segment-trigger', data })));
    expect(told).toEqual({ didEvent: null, segmentIds: ['seg_1'] });
    expect(onEvent(' ').didEvent).toBeNull();
  });

  it('asks the event what its filter asks of it, and the customer the rest', () => {
    const [property, attribute] = [asks('property', 'plan'), asks('attribute', 'country')];
    const inner: Condition = { type: 'all', of: [property] };
    expect(onEvent('Signed Up', { type: 'all', of: [attribute, inner] }).didEvent).toEqual({
      type: 'any',
      of: [{ type: 'all', of: [deed('Signed Up', [property]), attribute] }],
    });
    expect(onEvent('Signed Up', property).didEvent).toEqual({
      type: 'any',
      of: [deed('Signed Up', [property])],
    });
  });

  it('leaves out what is unfinished and what cannot be asked afterwards', () => {
    const mixed: Condition = { type: 'any', of: [asks('property', 'plan'), asks('attribute', 'country')] };
    for (const filter of [mixed, asks('property', ''), asks('saved', 'x')])
      expect(onEvent('Signed Up', filter).didEvent).toEqual({ type: 'any', of: [deed('Signed Up')] });
  });
});
