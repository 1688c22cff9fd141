// Nothing that was drawn is lost: saves follow changes, a server that is away is asked again, a collision waits for a choice.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SaveDraft, StaleDraft } from '@/lib/core/api/journey';
import { blankDocument } from '@/lib/core/journey/blank-document';
import { ok, refuse } from '@/lib/core/result';
import { createAutosave, draftOf, type Save, settleConflict } from './autosave';
import { saveStateOf } from './saving';
import { createStore, type Store } from './store';
import { rename, type Studio, startStudio } from './studio';

const journey = {
  id: 'jrn_1' as const,
  name: 'Welcome',
  state: 'draft' as const,
  liveVersion: null,
  draftRevision: 4,
  hasUnpublishedChanges: true,
  priority: 0,
  entered: 0,
  waiting: 0,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  document: blankDocument('nod_trigger'),
};

const stale: StaleDraft = {
  code: 'stale-draft',
  message: 'Somebody saved.',
  field: 'draftRevision',
  draftRevision: 9,
  name: 'Theirs',
  document: journey.document,
  changed: { added: [], removed: [], changed: [], edges: false, settings: false, name: true },
  changedBy: ['Ana'],
};

const stateOf = (store: Store<Studio>) => saveStateOf(draftOf(store.read()), store.read().saving);

/** A server that keeps revisions; `answer` may take over a save. */
function sitting(answer: (input: SaveDraft, count: number) => ReturnType<Save> | null = () => null) {
  const store = createStore(startStudio(journey, null, true));
  const saved: SaveDraft[] = [];
  const autosave = createAutosave(store, (input) => {
    saved.push(input);
    const draftRevision = (input.draftRevision ?? 0) + 1;
    return answer(input, saved.length) ?? Promise.resolve(ok({ ...journey, draftRevision }));
  });
  const stop = autosave.start();
  return { store, saved, autosave, stop };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a change is saved once the typing pauses, naming the revision it started from', async () => {
  const { store, saved } = sitting();
  store.update(rename('A'));
  store.update(rename('AB'));
  expect(stateOf(store)).toBe('saving');
  await vi.runAllTimersAsync();
  expect(saved).toMatchObject([{ name: 'AB', draftRevision: 4 }]);
  expect(stateOf(store)).toBe('saved');
});

test('what is typed during a save is saved after it, on top of it', async () => {
  const { store, saved } = sitting((_, count) => {
    if (count === 1) store.update(rename('later'));
    return null;
  });
  store.update(rename('first'));
  await vi.runAllTimersAsync();
  expect(saved).toMatchObject([
    { name: 'first', draftRevision: 4 },
    { name: 'later', draftRevision: 5 },
  ]);
});

test('a server that is away is asked again until it answers', async () => {
  const { store, saved } = sitting((_, count) => (count < 4 ? Promise.reject(new Error('no line')) : null));
  store.update(rename('kept'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stateOf(store)).toBe('offline');
  await vi.runAllTimersAsync();
  expect(saved).toHaveLength(4);
  expect(stateOf(store)).toBe('saved');
});

test('a refusal is shown and the next change tries again', async () => {
  const no = refuse({ code: 'journey-archived', message: 'It is archived.' });
  const { store, saved } = sitting((_, count) => (count === 1 ? Promise.resolve(no) : null));
  store.update(rename('no'));
  await vi.runAllTimersAsync();
  expect(store.read().saving).toMatchObject({ status: 'refused', message: 'It is archived.' });
  store.update(rename('yes'));
  await vi.runAllTimersAsync();
  expect(saved).toHaveLength(2);
  expect(stateOf(store)).toBe('saved');
});

test('a collision saves nothing until somebody chooses', async () => {
  const { store, saved } = sitting((_, count) => (count === 1 ? Promise.resolve(refuse(stale)) : null));
  store.update(rename('Mine'));
  await vi.runAllTimersAsync();
  expect(stateOf(store)).toBe('conflict');
  store.update(rename('Mine too'));
  await vi.runAllTimersAsync();
  expect(saved).toHaveLength(1);
  expect(store.read().name).toBe('Mine too');
});

test('mine goes over theirs', async () => {
  const { store, saved, autosave } = sitting((_, n) => (n === 1 ? Promise.resolve(refuse(stale)) : null));
  store.update(rename('Mine'));
  await vi.runAllTimersAsync();
  store.update(settleConflict('mine'));
  expect(await autosave.flush()).toBe(true);
  expect(saved[1]).toMatchObject({ name: 'Mine', draftRevision: 9 });
});

test('theirs comes on screen and needs no saving', async () => {
  const { store, saved, autosave } = sitting((_, n) => (n === 1 ? Promise.resolve(refuse(stale)) : null));
  store.update(rename('Mine'));
  await vi.runAllTimersAsync();
  store.update(settleConflict('theirs'));
  expect(await autosave.flush()).toBe(true);
  expect(saved).toHaveLength(1);
  expect(store.read().name).toBe('Theirs');
});

test('flush saves at once, waiting for a save under way', async () => {
  const { store, saved, autosave, stop } = sitting();
  store.update(rename('now'));
  expect(await autosave.flush()).toBe(true);
  expect(saved).toHaveLength(1);
  stop();
  store.update(rename('after'));
  await vi.runAllTimersAsync();
  expect(saved).toHaveLength(1);
});

test('an archived journey is never saved', async () => {
  const store = createStore(startStudio({ ...journey, state: 'archived' }, null, true));
  const save = vi.fn();
  createAutosave(store, save).start();
  store.update((studio) => ({ ...studio, name: 'changed' }));
  await vi.runAllTimersAsync();
  expect(save).not.toHaveBeenCalled();
});
