// Adding people by hand, where the live version has a step that lists enter at.
'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { useMayWrite } from '@/components/shell/role';
import { useStudio } from './studio-context';

const AddPeopleDialog = dynamic(() =>
  import('@/components/entries/add-people-dialog').then((module) => module.AddPeopleDialog),
);

/** The steps of the live version that lists can enter at; none for somebody who may only look. */
export function useListEntries(): { value: string; label: string }[] {
  const titleOf = useNodeTitle();
  const mayWrite = useMayWrite();
  const { state, live } = useStudio((studio) => studio.standing);
  return useMemo(() => {
    const nodes = mayWrite && state === 'live' && live ? live.nodes : [];
    return nodes
      .filter(({ type }) => type === 'list-trigger')
      .map((node) => ({ value: node.id, label: titleOf(node) }));
  }, [mayWrite, state, live, titleOf]);
}

export function AddPeople({ onClose }: { onClose: () => void }) {
  const journeyId = useStudio((studio) => studio.id);
  const entries = useListEntries();
  return <AddPeopleDialog journeyId={journeyId} entries={entries} onClose={onClose} />;
}
