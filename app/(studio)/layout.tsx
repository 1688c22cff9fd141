// The signed-in studio: the shell around every page. The pages guard themselves as well; see requireActor.
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { navCookie } from '@/components/shell/preference';
import { requireSession } from '@/lib/server/auth/require-actor';

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { actor, email, workspace } = await requireSession();
  const nav = (await cookies()).get(navCookie)?.value;
  return (
    <AppShell
      workspaceName={workspace.name}
      currency={workspace.currency}
      user={{ name: actor.name, email, role: actor.role }}
      isNavCollapsed={nav === 'collapsed'}
    >
      {children}
    </AppShell>
  );
}
