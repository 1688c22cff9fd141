// The space under the header: the drawing or its outline, and the panels that float over it.
'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { NodeFormProvider } from '@/components/nodes/form-context';
import { Canvas } from './canvas';
import { Drawer } from './drawer';
import { EmptyCanvas } from './empty-canvas';
import { FindStep } from './find-step';
import type { View } from './header';
import { KeysDialog } from './keys-dialog';
import { NodePicker } from './node-picker';
import { OutlineView } from './outline-view';
import { Palette } from './palette';
import { PickedBar } from './picked-bar';
import { ProblemsPanel } from './problems-panel';
import { createProjector } from './projector';
import { documentOf, redoEdit, undoEdit } from './studio';
import { useStudioServer } from './studio-actions';
import { useStudio, useStudioStore } from './studio-context';
import { TailChoice } from './tail-choice';
import { ZoomTools } from './tools';
import { useBackup } from './use-backup';
import { useClipboard } from './use-clipboard';
import { useCounts } from './use-counts';
import { useJudging } from './use-judging';
import { useStepSuggestions } from './use-suggestions';
import { useUrlNode } from './use-url-node';

/** Cards know the names of what the workspace has; nothing is edited on them. */
const cards = { problems: [], isStrict: false, isReadOnly: true, hasPassage: true };

export function Workbench({ view }: { view: View }) {
  const t = useTranslations('canvas');
  const [isFinding, setFinding] = useState(false);
  const [isListing, setListing] = useState(false);
  const [project] = useState(createProjector);
  const document = useStudio(documentOf);
  const isCounted = useStudio((studio) => studio.standing.liveVersion !== null);
  const { actions } = useStudioServer();
  const suggestions = useStepSuggestions();
  useUrlNode();
  useClipboard();
  useBackup();
  useJudging(actions.check);
  useCounts();
  useWindowKeys({ '/': () => setFinding(true), '?': () => setListing(true) });
  return (
    <div className="relative min-h-0 flex-1 overflow-hidden">
      <NodeFormProvider value={{ ...cards, suggestions }}>
        {view === 'canvas' ? <Canvas flow={project(document, isCounted)} /> : <OutlineView />}
      </NodeFormProvider>
      {view === 'canvas' && <Palette />}
      {document.nodes.length === 0 && <EmptyCanvas />}
      <div role="toolbar" aria-label={t('tools.foot')} className="absolute bottom-3 left-3 z-10 flex gap-2">
        <ProblemsPanel />
        {view === 'canvas' && <ZoomTools onFind={() => setFinding(true)} />}
      </div>
      <NodePicker />
      <TailChoice />
      <PickedBar />
      <Drawer suggestions={suggestions} />
      {isFinding && <FindStep onDone={() => setFinding(false)} />}
      <KeysDialog isOpen={isListing} onOpenChange={setListing} />
    </div>
  );
}

/** Keys that work wherever the focus is in the studio, except that plain ones belong to whoever is typing. */
function useWindowKeys(plain: Readonly<Record<string, () => void>>): void {
  const store = useStudioStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
      const isBusy = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
      if (isBusy) return;
      const key = event.key.toLowerCase();
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && (key === 'z' || key === 'y')) {
        event.preventDefault();
        store.update(event.shiftKey || key === 'y' ? redoEdit : undoEdit);
        return;
      }
      const deed = isCommand || isTyping ? undefined : plain[key];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, plain]);
}
