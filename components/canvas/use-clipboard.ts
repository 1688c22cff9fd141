// Ctrl C, X and V, and the same by button: steps travel as text, within a journey, to another one, to another workspace.
'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { toast } from '@/components/ui/toast';
import type { NodeId } from '@/lib/core/engine/program';
import {
  fragmentOf,
  fragmentText,
  type KnownNames,
  readFragment,
  resolved,
} from '@/lib/core/journey/fragment';
import { type ReferenceKind, referencesIn } from '@/lib/core/journey/references';
import { couponPoolChoicesQuery } from '@/lib/queries/coupon-pools';
import { allJourneysQuery } from '@/lib/queries/journeys';
import { segmentChoicesQuery } from '@/lib/queries/segments';
import { pasteSteps, pickedIn, removePicked } from './picking';
import { documentOf, isReadOnly } from './studio';
import { useStudio, useStudioStore } from './studio-context';

/** How often the words of a clipboard are no journey's: then the browser's own paste goes on undisturbed. */
export function useClipboard(): void {
  const { textOf, cut, paste } = useCopying();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const text = isElsewhere(event) ? null : textOf();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') cut();
    };
    const insert = (event: ClipboardEvent) => {
      if (!isElsewhere(event)) void paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', insert);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', insert);
    };
  }, [textOf, cut, paste]);
}

/** Whoever types, has marked text, or is asked something, means that and not the steps. */
function isElsewhere({ target }: ClipboardEvent): boolean {
  const isTyping = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
  const isAsked = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
  return isTyping || isAsked || (window.getSelection()?.toString() ?? '') !== '';
}

export function useCopying() {
  const t = useTranslations('canvas.clipboard');
  const store = useStudioStore();
  const client = useQueryClient();
  useKnownNames(client);
  return useMemo(() => {
    const textOf = (ids: readonly NodeId[] = pickedIn(store.read())): string | null => {
      if (ids.length === 0) return null;
      const known = knownNames(client);
      const piece = fragmentOf(
        documentOf(store.read()),
        ids,
        ({ kind, id }) => known[kind].find((choice) => choice.id === id)?.name,
      );
      toast.info(t('copied', { count: piece.nodes.length }));
      return fragmentText(piece);
    };
    const cut = () => store.update(removePicked(pickedIn(store.read())));
    const paste = async (text: string) => {
      const read = readFragment(text);
      if (isReadOnly(store.read())) return;
      if (!read.ok) {
        if (text.trim() !== '') toast.info(t('noSteps'));
        return;
      }
      const names = Object.keys(read.value.names).length > 0 ? await fetchNames(client) : knownNames(client);
      const before = documentOf(store.read());
      store.update(pasteSteps(resolved(read.value, names)));
      const isFull = documentOf(store.read()) === before;
      if (isFull) toast.error(t('full'));
    };
    return { textOf, cut, paste };
  }, [store, client, t]);
}

const queries = {
  segment: segmentChoicesQuery,
  journey: allJourneysQuery,
  pool: couponPoolChoicesQuery,
} as const;

type Choices = KnownNames[ReferenceKind];

/** What is known at once: copying cannot wait for an answer. */
function knownNames(client: QueryClient): KnownNames {
  const read = (key: readonly unknown[]): Choices => client.getQueryData<{ data: Choices }>(key)?.data ?? [];
  return {
    segment: read(queries.segment().queryKey),
    journey: read(queries.journey().queryKey),
    pool: read(queries.pool().queryKey),
  };
}

/** What cannot be fetched is not known: the steps come all the same, and say what they miss. */
async function fetchNames(client: QueryClient): Promise<KnownNames> {
  await Promise.allSettled([
    client.fetchQuery(queries.segment()),
    client.fetchQuery(queries.journey()),
    client.fetchQuery(queries.pool()),
  ]);
  return knownNames(client);
}

/** Names are fetched as soon as something in the drawing has one. */
function useKnownNames(client: QueryClient): void {
  const hasReferences = useStudio((studio) =>
    documentOf(studio).nodes.some((node) => referencesIn(node).length > 0),
  );
  useEffect(() => {
    if (hasReferences) void fetchNames(client);
  }, [hasReferences, client]);
}
