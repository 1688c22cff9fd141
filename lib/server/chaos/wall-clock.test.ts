// The second opinion is itself held to what governments announced.
import { expect, it } from 'vitest';
import { addDays, changesOf, dateAt, weekdayOf, whenShown } from './wall-clock';

const told = (zone: string, date: string, time: string) => {
  const { at, kind } = whenShown(zone, date, time);
  return `${new Date(at).toISOString()} ${kind}`;
};

it('knows gaps, overlaps and offsets that are no whole hours', () => {
  expect(told('Europe/Prague', '2028-03-26', '02:30')).toBe('2028-03-26T01:30:00.000Z gap');
  expect(told('Europe/Prague', '2027-10-31', '02:30')).toBe('2027-10-31T00:30:00.000Z overlap');
  expect(told('America/New_York', '2027-11-07', '01:30')).toBe('2027-11-07T05:30:00.000Z overlap');
  expect(told('America/New_York', '2028-03-12', '02:00')).toBe('2028-03-12T07:00:00.000Z gap');
  expect(told('Australia/Lord_Howe', '2027-10-03', '02:15')).toBe('2027-10-02T15:45:00.000Z gap');
  expect(told('Asia/Kathmandu', '2028-02-29', '09:00')).toBe('2028-02-29T03:15:00.000Z plain');
  expect(told('America/St_Johns', '2028-01-01', '00:15')).toBe('2028-01-01T03:45:00.000Z plain');
});

it('finds the changes of a zone to the millisecond', () => {
  expect(changesOf('Europe/Prague').slice(0, 2)).toEqual([
    Date.parse('2027-10-31T01:00Z'),
    Date.parse('2028-03-26T01:00Z'),
  ]);
  expect(changesOf('Asia/Kathmandu')).toEqual([]);
});

it('reads and counts dates', () => {
  expect(dateAt('Pacific/Kiritimati', Date.parse('2027-12-31T10:00Z'))).toBe('2028-01-01');
  expect([addDays('2028-02-28', 1), addDays('2027-12-31', 1), weekdayOf('2028-02-29')]).toEqual([
    '2028-02-29',
    '2028-01-01',
    2,
  ]);
});
