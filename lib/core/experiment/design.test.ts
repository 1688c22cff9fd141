// What a design is by default, and what keeps it from starting.
import { describe, expect, it } from 'vitest';
import { designFaults, ExperimentDesign } from './design';

const faults = (change: object, hasHoldout = false) =>
  designFaults(ExperimentDesign.parse(change), hasHoldout).map(({ code, field }) => `${code} ${field}`);

describe('designFaults', () => {
  it('finds nothing wrong with what a fresh node holds', () => {
    expect(faults({})).toEqual([]);
  });

  it('wants a run as long as its window', () => {
    expect(faults({ days: 4 })).toEqual(['shorter-than-window days']);
    expect(faults({ days: 5 })).toEqual([]);
  });

  it('lets opens choose nobody, and clicks only where everybody can click', () => {
    expect(faults({ metric: { event: 'Email Opened' } })).toEqual(['promotes-by-opens metric.event']);
    expect(faults({ metric: { event: 'Email Opened' }, onWinner: 'ask' })).toEqual([]);
    expect(faults({ metric: { event: 'Link Clicked' } }, true)).toEqual(['clicks-with-holdout metric.event']);
    expect(faults({ metric: { event: 'Link Clicked' } })).toEqual([]);
  });

  it('wants an event, a property to add up, and numbers within reason', () => {
    expect(faults({ metric: { event: ' ', measure: 'sum', property: '' } })).toEqual([
      'empty-event-name metric.event',
      'empty-name metric.property',
    ]);
    expect(faults({ metric: { windowHours: 0 }, days: 0, smallestLift: 0, power: 100 })).toEqual([
      'bad-number metric.windowHours',
      'bad-number days',
      'bad-number smallestLift',
      'bad-number power',
    ]);
  });
});

it('wants something below the line of a ratio, and of what optimises no end but no opens', () => {
  expect(faults({ metric: { measure: 'ratio', per: ' ' } })).toEqual(['empty-event-name metric.per']);
  expect(faults({ metric: { measure: 'ratio', property: '' } })).toEqual([]);
  expect(faults({ mode: 'optimise', days: 1 })).toEqual([]);
  const opens = { mode: 'optimise', onWinner: 'ask', metric: { event: 'Email Opened' } };
  expect(faults(opens)).toEqual(['promotes-by-opens metric.event']);
});
