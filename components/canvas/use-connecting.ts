// Leading an exit to a card: by dragging its plus there, or by taking a line by its end.
'use client';

import type { Connection, IsValidConnection, OnReconnect } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { canConnect, type ExitRef } from '@/lib/core/journey/graph';
import type { WayEdge } from './flow';
import { addingAfter } from './steps';
import type { Store } from './store';
import { apply, documentOf, nodeAt, type Studio } from './studio';
import { useStudioStore } from './studio-context';
import { openExitId, waysOf } from './ways';

export function useConnecting() {
  const store = useStudioStore();
  const [isConnecting, setConnecting] = useState(false);
  // Made once: React Flow renders every card and line anew when one of its handlers is another function.
  const handlers = useMemo(() => handlersFor(store, setConnecting), [store]);
  return { isConnecting, handlers };
}

function handlersFor(store: Store<Studio>, setConnecting: (isConnecting: boolean) => void) {
  const exitAt = (source: string): ExitRef | null => {
    const open = waysOf(documentOf(store.read())).find(
      ({ from, exit }) => openExitId(from, exit.id) === source,
    );
    return open ? { from: open.from, exit: open.exit.id } : null;
  };
  const connect = (after: ExitRef | null, target: string) => {
    const to = nodeAt(store.read(), target)?.id;
    if (after && to) store.update(apply({ kind: 'connect', ...after, to }));
  };
  const isValidConnection: IsValidConnection<WayEdge> = ({ source, target }) => {
    const studio = store.read();
    const to = nodeAt(studio, target)?.id;
    const from = nodeAt(studio, source)?.id;
    // A line that is led elsewhere starts at its card; any exit of it stands for the one it leaves by.
    const after = exitAt(source) ?? (from && addingAfter(studio, from)?.after);
    return !!after && to !== undefined && canConnect(documentOf(studio), after, to);
  };
  const onReconnect: OnReconnect<WayEdge> = ({ data }, { target }) => {
    connect({ from: data.from, exit: data.exit.id }, target);
  };
  const start = () => setConnecting(true);
  const stop = () => setConnecting(false);
  return {
    isValidConnection,
    onConnect: ({ source, target }: Connection) => connect(exitAt(source), target),
    onConnectStart: start,
    onConnectEnd: stop,
    onReconnect,
    onReconnectStart: start,
    onReconnectEnd: stop,
  };
}
