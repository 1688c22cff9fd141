// Two drawings as one, to look at: it can be moved and zoomed, and a click on a card shows it in the list beside it.
'use client';

import '@xyflow/react/dist/base.css';
import '@/components/canvas/canvas.css';
import { Background, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { fixedSurface } from '@/components/canvas/fixed-surface';
import type { DrawnDiff } from '@/lib/core/journey/drawn-diff';
import { type DiffCard, diffFlow } from './diff-flow';
import { DiffEnd, DiffStep } from './diff-step';
import { DiffWay } from './diff-way';

const nodeTypes = { 'diff-step': DiffStep, 'diff-end': DiffEnd };
const edgeTypes = { 'diff-way': DiffWay };

const fixed = {
  ...fixedSurface,
  nodesDraggable: false,
  nodesConnectable: false,
  maxZoom: 1.25,
  fitView: true,
  fitViewOptions: { padding: 0.1, maxZoom: 1 },
} as const;

interface DiffCanvasProps {
  drawn: DrawnDiff;
  /** The step that is pointed at in the list. */
  shown: string | null;
  onShow: (id: string) => void;
}

export function DiffCanvas(props: DiffCanvasProps) {
  const t = useTranslations('versions.diff');
  return (
    <section aria-label={t('drawing')} className="size-full">
      {/* Of its own, so that the drawing behind the dialog keeps its place. */}
      <ReactFlowProvider>
        <Surface {...props} />
      </ReactFlowProvider>
    </section>
  );
}

function Surface({ drawn, shown, onShow }: DiffCanvasProps) {
  const flow = useMemo(() => diffFlow(drawn), [drawn]);
  const nodes = useMemo(
    () => flow.nodes.map((card): DiffCard => (card.id === shown ? { ...card, selected: true } : card)),
    [flow, shown],
  );
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (shown !== null) void fitView({ nodes: [{ id: shown }], maxZoom: 1, padding: 0.6, duration: 240 });
  }, [shown, fitView]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={flow.edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodeClick={(_, card) => card.type === 'diff-step' && onShow(card.id)}
      {...fixed}
    >
      <Background
        gap={22}
        size={1.5}
        color="color-mix(in oklab, var(--color-line-strong) 70%, transparent)"
      />
    </ReactFlow>
  );
}
