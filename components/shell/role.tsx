// Whether the signed-in person may change things. The server decides anyway; this only keeps useless buttons away.
'use client';

import { createContext, type ReactNode, use } from 'react';

export type Role = 'owner' | 'editor' | 'viewer';

const RoleContext = createContext<Role>('viewer');

export function RoleProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

export function useMayWrite(): boolean {
  return use(RoleContext) !== 'viewer';
}

/** Keys and provider connections are the owners' alone. */
export function useIsOwner(): boolean {
  return use(RoleContext) === 'owner';
}
