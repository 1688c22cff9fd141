// The drawing surface: React Flow showing the projection, and every gesture on it turned into an edit.
'use client';

import '@xyflow/react/dist/base.css';
import './canvas.css';
import { Background, MiniMap, type NodeMouseHandler, ReactFlow } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { nodeOf } from '@/lib/core/nodes/registry';
import type { CanvasNode, Flow } from './flow';
import { OpenExitNode } from './open-exit-node';
import { StepNode } from './step-node';
import { close, isReadOnly, open, select } from './studio';
import { useChange, useStudio } from './studio-context';
import { useConnecting } from './use-connecting';
import { useDragging } from './use-dragging';
import { useKeys } from './use-keys';
import { useLanding } from './use-landing';
import { useViewport } from './use-viewport';
import { WayEdge } from './way-edge';

// At module scope, because React Flow rebuilds every node when it gets a new table.
const nodeTypes = { step: StepNode, 'open-exit': OpenExitNode };
const edgeTypes = { way: WayEdge };

const MANY = 24;

const minimapColor = (node: CanvasNode): string =>
  node.type === 'step' ? `var(--color-${nodeOf(node.data.node.type).family})` : 'transparent';

export function Canvas({ flow }: { flow: Flow }) {
  const t = useTranslations('canvas');
  const surface = useRef<HTMLDivElement>(null);
  const change = useChange();
  const isStill = useStudio(isReadOnly);
  const { nodes, ...dragging } = useDragging(flow);
  const { isConnecting, ...connecting } = useConnecting();
  const landing = useLanding(flow);
  const viewport = useViewport(flow, surface);
  const keys = useKeys(flow);
  const openCard: NodeMouseHandler<CanvasNode> = (_, node) => {
    if (node.type === 'step') change(open(node.data.node.id));
  };
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
        {...dragging}
        {...connecting}
        {...viewport}
        onNodeClick={openCard}
        onPaneClick={() => change((studio) => close(select(null)(studio)))}
        nodesDraggable={!isStill}
        nodesConnectable={!isStill}
        edgesReconnectable={!isStill}
        elementsSelectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnDoubleClick={false}
        panOnScroll
        nodeDragThreshold={4}
        connectOnClick={false}
        connectionDragThreshold={5}
        connectionRadius={12}
        minZoom={0.1}
        maxZoom={1.75}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={22} size={1.25} color="var(--color-line)" />
        {flow.nodes.length > MANY && (
          <MiniMap
            pannable
            zoomable
            ariaLabel={t('minimap')}
            nodeColor={minimapColor}
            nodeBorderRadius={20}
            className="!right-3 !bottom-3 !m-0 overflow-hidden rounded-md border shadow-low max-sm:hidden"
          />
        )}
      </ReactFlow>
    </section>
  );
}
