// Keeps the server's draft up with the one on screen: soon after each change, again and again while the server is away.
import type { JourneyDetail, SaveDraft, StaleDraft } from '@/lib/core/api/journey';
import type { Refusal, Result } from '@/lib/core/result';
import { type Draft, isDirty, type Saving } from './saving';
import type { Store } from './store';
import { documentOf, isReadOnly, replace, type Studio } from './studio';

export type Save = (input: SaveDraft) => Promise<Result<JourneyDetail, Refusal | StaleDraft>>;

const PAUSE_MS = 700;
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

export interface Autosave {
  /** Follows changes from now on, until what it gives back is called. */
  start(): () => void;
  /** Saves what is unsaved at once. Whether everything on screen is stored when it is done. */
  flush(): Promise<boolean>;
}

export function createAutosave(store: Store<Studio>, save: Save): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;

  const plan = (delayMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  };
  const run = async () => {
    const studio = store.read();
    const draft = draftOf(studio);
    if (!needsSaving(studio)) return;
    setSaving(store, { status: 'saving', stored: studio.saving.stored });
    const next = await attempt(studio, draft, save);
    failures = next.status === 'offline' ? failures + 1 : 0;
    setSaving(store, next);
    if (next.status === 'offline') plan(Math.min(RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS));
  };
  const flush = async () => {
    clearTimeout(timer);
    await running;
    running = run();
    await running;
    running = null;
    const studio = store.read();
    return studio.saving.status === 'idle' && !isDirty(draftOf(studio), studio.saving);
  };
  const start = () => {
    const stop = onDraftChange(store, () => plan(PAUSE_MS));
    return () => {
      stop();
      clearTimeout(timer);
    };
  };
  return { start, flush };
}

function onDraftChange(store: Store<Studio>, tell: () => void): () => void {
  let seen = draftOf(store.read());
  return store.subscribe(() => {
    const draft = draftOf(store.read());
    if (draft.document === seen.document && draft.name === seen.name) return;
    seen = draft;
    tell();
  });
}

/** A draft that collides is kept from saving until somebody has chosen. */
function needsSaving(studio: Studio): boolean {
  const { status } = studio.saving;
  return (
    !isReadOnly(studio) &&
    status !== 'conflict' &&
    status !== 'saving' &&
    isDirty(draftOf(studio), studio.saving)
  );
}

async function attempt(studio: Studio, draft: Draft, save: Save): Promise<Saving> {
  const { stored } = studio.saving;
  const reply = await save({ id: studio.id, ...draft, draftRevision: stored.revision }).catch(() => null);
  if (reply === null) return { status: 'offline', stored };
  if (reply.ok) return { status: 'idle', stored: { ...draft, revision: reply.value.draftRevision } };
  const { refusal } = reply;
  if ('changedBy' in refusal) return { status: 'conflict', stored, theirs: refusal };
  return { status: 'refused', stored, message: refusal.message };
}

export const draftOf = (studio: Studio): Draft => ({ name: studio.name, document: documentOf(studio) });

function setSaving(store: Store<Studio>, saving: Saving): void {
  store.update((studio) => ({ ...studio, saving }));
}

/** Settles a collision: their draft comes on screen (undo brings mine back), or mine is saved over theirs. */
export function settleConflict(choice: 'theirs' | 'mine') {
  return (studio: Studio): Studio => {
    if (studio.saving.status !== 'conflict') return studio;
    const { draftRevision: revision, name, document } = studio.saving.theirs;
    const settled = { ...studio, saving: { status: 'idle' as const, stored: { revision, name, document } } };
    return choice === 'theirs' ? replace(name, document)(settled) : settled;
  };
}
