// The drawing surface: React Flow showing the projection, and every gesture on it turned into an edit.
'use client';

import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  Background,
  MiniMap,
  type NodeChange,
  type NodeMouseHandler,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { nodeOf } from '@/lib/core/nodes/registry';
import { fixedSurface } from './fixed-surface';
import type { CanvasNode, Flow } from './flow';
import { OpenExitNode } from './open-exit-node';
import { pick } from './picking';
import { StepNode } from './step-node';
import { close, isReadOnly, open, select } from './studio';
import { useChange, useStudio } from './studio-context';
import { useBoxing } from './use-boxing';
import { useConnecting } from './use-connecting';
import { useDragging } from './use-dragging';
import { useKeys } from './use-keys';
import { useLanding } from './use-landing';
import { useViewport } from './use-viewport';
import { WayEdge } from './way-edge';

// At module scope, because React Flow rebuilds every node when it gets a new table.
const nodeTypes = { step: StepNode, 'open-exit': OpenExitNode };
const edgeTypes = { way: WayEdge };

const fixed = {
  ...fixedSurface,
  selectionKeyCode: 'Shift',
  selectNodesOnDrag: false,
  selectionMode: SelectionMode.Partial,
  nodeDragThreshold: 4,
  connectOnClick: false,
  connectionDragThreshold: 5,
  connectionRadius: 12,
  maxZoom: 1.75,
} as const;

/** From here on the minimap helps to find one's way, */
const MANY = 24;
/** and only what is on screen is drawn. */
const HUGE = 150;

const minimapColor = (node: CanvasNode): string =>
  node.type === 'step' ? `var(--color-${nodeOf(node.data.node.type).family})` : 'transparent';

export function Canvas({ flow }: { flow: Flow }) {
  const t = useTranslations('canvas');
  const surface = useRef<HTMLDivElement>(null);
  const isStill = useStudio(isReadOnly);
  const { nodes, onNodesChange: drag, handlers: dragging } = useDragging(flow);
  const { start: startBox, end: endBox, look } = useBoxing();
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      drag(changes);
      look(changes);
    },
    [drag, look],
  );
  const { isConnecting, handlers: connecting } = useConnecting();
  const clicking = useClicking();
  const landing = useLanding(flow);
  const start = useViewport(flow, surface);
  const keys = useKeys(flow);
  return (
    <section
      ref={surface}
      aria-label={t('surface')}
      className={cn('absolute inset-0', isConnecting && 'is-connecting')}
      onKeyDown={keys}
      {...landing}
    >
      <ReactFlow
        nodes={nodes}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...fixed}
        {...dragging}
        onNodesChange={onNodesChange}
        onSelectionStart={startBox}
        onSelectionEnd={endBox}
        {...connecting}
        {...clicking}
        onInit={start}
        nodesDraggable={!isStill}
        nodesConnectable={!isStill}
        edgesReconnectable={!isStill}
        onlyRenderVisibleElements={flow.nodes.length > HUGE}
      >
        <Backdrop hasMap={flow.nodes.length > MANY} />
      </ReactFlow>
    </section>
  );
}

function Backdrop({ hasMap }: { hasMap: boolean }) {
  const t = useTranslations('canvas');
  return (
    <>
      <Background
        gap={22}
        size={1.5}
        color="color-mix(in oklab, var(--color-line-strong) 70%, transparent)"
      />
      {hasMap && (
        <MiniMap
          pannable
          zoomable
          ariaLabel={t('minimap')}
          nodeColor={minimapColor}
          nodeBorderRadius={20}
          className="!right-3 !bottom-3 !m-0 overflow-hidden rounded-md border shadow-low max-sm:hidden"
        />
      )}
    </>
  );
}

function useClicking() {
  const change = useChange();
  return useMemo(() => {
    const onNodeClick: NodeMouseHandler<CanvasNode> = (event, node) => {
      if (node.type !== 'step') return;
      const isOneMore = event.shiftKey || event.ctrlKey || event.metaKey;
      change(isOneMore ? pick(node.data.node.id) : open(node.data.node.id));
    };
    return { onNodeClick, onPaneClick: () => change((studio) => close(select(null)(studio))) };
  }, [change]);
}
