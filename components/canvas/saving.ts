// How far the draft on screen is from the draft on the server.
import type { StaleDraft } from '@/lib/core/api/journey';
import type { JourneyDocument } from '@/lib/core/journey/document';

export interface Draft {
  readonly name: string;
  readonly document: JourneyDocument;
}

/** The draft as the server has it, as far as we know. */
interface StoredDraft extends Draft {
  readonly revision: number;
}

export type Saving = {
  readonly stored: StoredDraft;
} & (
  | { readonly status: 'idle' }
  | { readonly status: 'saving' }
  /** The server did not answer; it is asked again. */
  | { readonly status: 'offline' }
  /** Somebody else saved in the meantime: one of the two must be chosen. */
  | { readonly status: 'conflict'; readonly theirs: StaleDraft }
  /** The server said no for another reason, e.g. because the journey was archived. */
  | { readonly status: 'refused'; readonly message: string }
);

/** What the header says about it. */
export type SaveState = 'saved' | 'saving' | 'offline' | 'conflict' | 'refused';

export function isDirty(draft: Draft, { stored }: Saving): boolean {
  return draft.document !== stored.document || draft.name !== stored.name;
}

export function saveStateOf(draft: Draft, saving: Saving): SaveState {
  if (saving.status !== 'idle') return saving.status;
  return isDirty(draft, saving) ? 'saving' : 'saved';
}
