// The lines that came and went between two drawings, in words, each leading to the step it leaves.
'use client';

import { useTranslations } from 'next-intl';
import { useExitName } from '@/components/canvas/use-exit-name';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import type { JourneyDiff } from '@/lib/core/journey/diff';
import type { Edge, JourneyNode } from '@/lib/core/journey/document';
import { type DiffMark, edgeKey } from '@/lib/core/journey/drawn-diff';
import { markLooks } from './diff-mark';

interface LinesDiffProps {
  diff: JourneyDiff;
  nodes: readonly JourneyNode[];
  onShow?: (id: string) => void;
}

export function LinesDiff({ diff, nodes, onShow }: LinesDiffProps) {
  const t = useTranslations('versions.diff');
  const { added, removed, changed, connected, disconnected } = diff;
  const known = [...added, ...removed, ...changed.map(({ after }) => after), ...nodes];
  const line = (edge: Edge, mark: DiffMark) => (
    <li key={edgeKey(edge)}>
      <Line edge={edge} mark={mark} nodes={known} {...(onShow && { onShow })} />
    </li>
  );
  return (
    <li className="rounded-md border border-l-3 border-l-info bg-surface p-3">
      <p className="font-medium text-sm">{t('lines')}</p>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {disconnected.map((edge) => line(edge, 'removed'))}
        {connected.map((edge) => line(edge, 'added'))}
      </ul>
    </li>
  );
}

interface LineProps {
  edge: Edge;
  mark: DiffMark;
  nodes: readonly JourneyNode[];
  onShow?: (id: string) => void;
}

function Line({ edge: { from, exit, to }, mark, nodes, onShow }: LineProps) {
  const t = useTranslations('versions.diff');
  const title = useNodeTitle();
  const exitName = useExitName(nodes);
  const find = (id: string) => nodes.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const node = find(id);
    return node ? title(node) : id;
  };
  const words = { from: nameOf(from), exit: exitName(find(from), exit), to: nameOf(to) };
  const Icon = markLooks[mark].icon;
  const look = mark === 'added' ? 'text-success-ink' : 'text-danger-ink';
  const text = (
    <span className={`flex items-start gap-2 ${look}`}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span className="min-w-0">{t(mark === 'added' ? 'connected' : 'disconnected', words)}</span>
    </span>
  );
  if (!onShow) return text;
  return (
    <button type="button" className="w-full text-left" onClick={() => onShow(from)}>
      {text}
    </button>
  );
}
