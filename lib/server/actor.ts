// Who asks. The workspace comes from the session or the key, never from what the client sent.
import type { Id } from '@/lib/core/id';

export interface Actor {
  readonly workspaceId: Id<'wsp'>;
  /** The user or the API key that acts, or the name of a process of ours. */
  readonly id: Id<'usr'> | Id<'key'> | 'system';
  readonly name: string;
  readonly role: 'owner' | 'editor' | 'viewer';
}
