// What the pages of the documentation have in common: only who is signed in reads them.
import type { ReactNode } from 'react';
import { requireActor } from '@/lib/server/auth/require-actor';

export default async function DocsLayout({ children }: { children: ReactNode }) {
  await requireActor();
  return children;
}
