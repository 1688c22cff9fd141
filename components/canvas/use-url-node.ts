// The open step is in the address, so that it can be linked to, and Back closes it.
'use client';

import { useEffect } from 'react';
import { close, documentOf, open } from './studio';
import { useStudio, useStudioStore } from './studio-context';

export function useUrlNode(): void {
  const store = useStudioStore();
  const shown = useStudio((studio) => (studio.isOpen ? studio.selected : null));
  useEffect(() => {
    const follow = () => {
      const named = nodeInUrl();
      const node = documentOf(store.read()).nodes.find(({ id }) => id === named);
      store.update(node ? open(node.id) : close);
    };
    follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [store]);
  useEffect(() => {
    // What is shown may have changed since this was rendered, by the address itself.
    const { isOpen, selected } = store.read();
    if (shown !== (isOpen ? selected : null)) return;
    const named = nodeInUrl();
    if (named === shown) return;
    const url = new URL(window.location.href);
    if (shown) url.searchParams.set('node', shown);
    else url.searchParams.delete('node');
    // Opening is a step that Back undoes; going from step to step, or closing, is not.
    if (named === null) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }, [shown, store]);
}

const nodeInUrl = (): string | null => new URL(window.location.href).searchParams.get('node');
