// Leading an exit to a card: by dragging its plus there, or by taking a line by its end.
'use client';

import type { Connection, IsValidConnection, OnReconnect } from '@xyflow/react';
import { useState } from 'react';
import type { NodeId } from '@/lib/core/engine/program';
import { canConnect, type ExitRef } from '@/lib/core/journey/graph';
import type { WayEdge } from './flow';
import { addingAfter } from './steps';
import { apply, documentOf } from './studio';
import { useStudioStore } from './studio-context';
import { openExitId, waysOf } from './ways';

export function useConnecting() {
  const store = useStudioStore();
  const [isConnecting, setConnecting] = useState(false);
  const stop = () => setConnecting(false);
  const exitAt = (source: string): ExitRef | null => {
    const open = waysOf(documentOf(store.read())).find(
      ({ from, exit }) => openExitId(from, exit.id) === source,
    );
    return open ? { from: open.from, exit: open.exit.id } : null;
  };
  const cardAt = (target: string): NodeId | null =>
    documentOf(store.read()).nodes.find(({ id }) => id === target)?.id ?? null;
  const connect = (after: ExitRef | null, target: string) => {
    const to = cardAt(target);
    if (after && to) store.update(apply({ kind: 'connect', ...after, to }));
  };
  const isValidConnection: IsValidConnection<WayEdge> = ({ source, target }) => {
    const document = documentOf(store.read());
    const from = cardAt(source);
    // A line that is led elsewhere starts at its card; any exit of it stands for the one it leaves by.
    const after = exitAt(source) ?? (from && addingAfter(store.read(), from)?.after);
    const to = cardAt(target);
    return !!after && to !== null && canConnect(document, after, to);
  };
  const onReconnect: OnReconnect<WayEdge> = ({ data }, { target }) => {
    connect({ from: data.from, exit: data.exit.id }, target);
  };
  return {
    isConnecting,
    isValidConnection,
    onConnect: ({ source, target }: Connection) => connect(exitAt(source), target),
    onConnectStart: () => setConnecting(true),
    onConnectEnd: stop,
    onReconnect,
    onReconnectStart: () => setConnecting(true),
    onReconnectEnd: stop,
  };
}
