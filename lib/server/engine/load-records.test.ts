// What is written down of customers comes back as conditions look at it, in a branch as well.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecordKind } from '@/lib/core/condition/condition-needs';
import { NO_RECORDS, type Records } from '@/lib/core/condition/record-test';
import { arbitraryAllFacts } from '@/lib/core/testing/arbitrary-condition';
import { inWorkspace } from '../db/transaction';
import { storePeople } from '../segments/testing/store-people';
import { freshWorkspace } from '../testing/fresh-workspace';
import { loadRecords } from './load-records';

/** Without ids and phases, which the database gives, and in one order. */
function told({ consents, passages, messages, arms }: Records) {
  const lines = [
    ...passages.map(({ id: _id, ...rest }) => rest),
    ...messages,
    ...arms.map(({ phase: _phase, ...rest }) => rest),
  ];
  return { consents, lines: lines.map((line) => JSON.stringify(Object.entries(line).sort())).sort() };
}

it('is what was stored, of those who are asked about', async () => {
  const { workspaceId } = await freshWorkspace();
  const other = await freshWorkspace();
  const drawn = structuredClone(fc.sample(arbitraryAllFacts, { numRuns: 40, seed: 7 }));
  const people = await storePeople(workspaceId, drawn, new Map());
  const customers = people.map(({ id }) => id);
  const asked = { customers, records: RecordKind.options };
  const found = await inWorkspace(workspaceId, (tx) => loadRecords(tx, { ...asked, workspaceId }));
  for (const { id, facts } of people) {
    expect(told(found.get(id) ?? NO_RECORDS)).toEqual(told(facts.records ?? NO_RECORDS));
  }
  expect([...found.values()].filter(({ passages }) => passages.length > 0).length).toBeGreaterThan(5);
  const elsewhere = { ...asked, workspaceId: other.workspaceId };
  const strange = await inWorkspace(other.workspaceId, (tx) => loadRecords(tx, elsewhere));
  expect(new Set(strange.values())).toEqual(new Set([NO_RECORDS]));
});

it('is not read where nobody asks', async () => {
  const { workspaceId } = await freshWorkspace();
  const nobody = { workspaceId, customers: [], records: RecordKind.options };
  expect(await inWorkspace(workspaceId, (tx) => loadRecords(tx, nobody))).toEqual(new Map());
});
