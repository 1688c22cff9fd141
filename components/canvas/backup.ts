// What is not saved yet is also kept in this browser, so that a crash, a closed lid or a lost line cost nothing.
import { z } from 'zod';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Draft } from './saving';

const Backup = z.object({ revision: z.number().int(), name: z.string(), document: JourneyDocument });
export type Backup = z.infer<typeof Backup>;

const keyOf = (journeyId: string): string => `throughline:draft:${journeyId}`;

/** Storage may be full, forbidden or absent; then the draft lives on screen and on the server only. */
export function keepBackup(journeyId: string, revision: number, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(journeyId), JSON.stringify({ revision, ...draft }));
  } catch {}
}

export function dropBackup(journeyId: string): void {
  try {
    localStorage.removeItem(keyOf(journeyId));
  } catch {}
}

export function findBackup(journeyId: string): Backup | null {
  try {
    const parsed = Backup.safeParse(JSON.parse(localStorage.getItem(keyOf(journeyId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
