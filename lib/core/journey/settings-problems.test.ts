// What is wrong with the settings of a journey is said at its field.
import { expect, test } from 'vitest';
import { journey } from '../testing/build-journey';
import type { JourneySettings } from './settings';
import { settingsProblems } from './settings-problems';

const drawn = journey().trigger('Order').exit().document();

const found = (settings: Partial<JourneySettings>) =>
  settingsProblems({ ...drawn, settings: { ...drawn.settings, ...settings } }).map(
    ({ code, field }) => `${code} ${field}`,
  );

const nothing = { filter: null, key: null, condition: { type: 'all' as const, of: [] } };

test('sound settings have none', () => {
  expect(found({})).toEqual([]);
  expect(found({ reentry: 'after', reentryAfterDays: 7, holdoutPercent: 10 })).toEqual([]);
  expect(found({ startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-02T00:00:00Z' })).toEqual([]);
});

test('numbers have bounds, and a window ends after it begins', () => {
  expect(found({ reentry: 'after', reentryAfterDays: 0 })).toEqual(['bad-number reentryAfterDays']);
  expect(found({ reentry: 'once', reentryAfterDays: 0 })).toEqual([]);
  expect(found({ holdoutPercent: 51 })).toEqual(['bad-number holdoutPercent']);
  expect(found({ holdoutPercent: Number.NaN })).toEqual(['bad-number holdoutPercent']);
  const day = '2026-03-01T00:00:00Z';
  expect(found({ startsAt: day, endsAt: day })).toEqual(['window-ends-first endsAt']);
});

test('goals and exit rules are finished, under ids of their own', () => {
  const goal = { ...nothing, id: 'g', name: 'Bought', when: 'event' as const, event: 'Order', exits: true };
  expect(found({ goals: [goal] })).toEqual([]);
  expect(found({ goals: [{ ...goal, event: '' }] })).toEqual(['empty-event-name goals.0.event']);
  expect(found({ goals: [{ ...goal, when: 'condition' }] })).toEqual(['empty-condition goals.0.condition']);
  const { exits: _, ...rule } = goal;
  const unfinished = {
    type: 'test' as const,
    subject: 'attribute' as const,
    path: [],
    operator: 'is-set' as const,
  };
  expect(found({ exitRules: [{ ...rule, when: 'condition', condition: unfinished }] })).toEqual([
    'incomplete-condition exitRules.0.condition',
  ]);
  expect(found({ exitRules: [rule, { ...rule, name: '' }] })).toEqual(['repeated-id exitRules.1.id']);
});
