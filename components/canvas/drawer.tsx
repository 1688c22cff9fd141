// The selected step, opened: its name, its form, what is wrong with it. A sheet at the bottom on a phone.
'use client';

import { Trash2, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef } from 'react';
import { NodeFormProvider, type Suggestions } from '@/components/nodes/form-context';
import { formOf } from '@/components/nodes/forms';
import { NodeMark } from '@/components/nodes/node-mark';
import { NodeReasons } from '@/components/reasons/node-reasons';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { JourneyNode } from '@/lib/core/journey/document';
import { isEntry } from '@/lib/core/journey/graph';
import { ExitsField } from './exits-field';
import { MessagePreview } from './message-preview';
import { NodeName } from './node-name';
import { NodeProblems } from './node-problems';
import { removeStep } from './steps';
import { apply, close, isReadOnly, nodeAt, stopTyping } from './studio';
import { useChange, useStudio, useStudioStore } from './studio-context';
import { useFieldFocus } from './use-field-focus';
import { focusSelected } from './use-keys';
import { useNodeProblems } from './use-node-problems';

export function Drawer({ suggestions }: { suggestions: Suggestions }) {
  const node = useStudio((studio) => (studio.isOpen ? nodeAt(studio, studio.selected) : undefined));
  // A new step is a new form: nothing typed or visited in the last one is carried over.
  return node && <OpenDrawer key={node.id} node={node} suggestions={suggestions} />;
}

interface OpenDrawerProps {
  node: JourneyNode;
  suggestions: Suggestions;
}

function OpenDrawer({ node, suggestions }: OpenDrawerProps) {
  const t = useTranslations('canvas.drawer');
  const change = useChange();
  const panel = useRef<HTMLElement>(null);
  useFieldFocus(panel);
  const shut = () => {
    change(close);
    focusSelected(node.id);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    shut();
  };
  return (
    <aside
      ref={panel}
      aria-label={t('title')}
      onKeyDown={press}
      onBlur={() => change(stopTyping)}
      className={cn(
        'absolute z-20 flex flex-col border bg-raised shadow-high',
        'sm:top-3 sm:right-3 sm:bottom-3 sm:w-110 sm:animate-sheet-in sm:rounded-lg',
        'max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-[68%] max-sm:animate-drawer-in max-sm:rounded-t-xl',
      )}
    >
      <header className="flex items-center gap-3 border-b px-4 py-3">
        <NodeMark type={node.type} />
        <NodeName node={node} />
        <Button variant="ghost" size="icon-sm" aria-label={t('close')} onClick={shut}>
          <X aria-hidden />
        </Button>
      </header>
      <DrawerFaces node={node} suggestions={suggestions} />
    </aside>
  );
}

/** Before anybody was let in there are no reasons to tell, and the step is all there is. */
function DrawerFaces({ node, suggestions }: OpenDrawerProps) {
  const t = useTranslations('why.node.tabs');
  const journeyId = useStudio(({ id }) => id);
  const isCounted = useStudio(({ standing }) => standing.liveVersion !== null);
  const step = (
    <>
      <DrawerBody node={node} suggestions={suggestions} />
      <RemoveFooter node={node} />
    </>
  );
  if (!isCounted) return step;
  return (
    <Tabs defaultValue="step" className="flex min-h-0 flex-1 flex-col">
      <TabsList aria-label={t('label')} className="px-4">
        <TabsTrigger value="step">{t('step')}</TabsTrigger>
        <TabsTrigger value="reasons">{t('reasons')}</TabsTrigger>
      </TabsList>
      <TabsContent value="step" className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">
        {step}
      </TabsContent>
      <TabsContent value="reasons" className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        <NodeReasons journeyId={journeyId} nodeId={node.id} />
      </TabsContent>
    </Tabs>
  );
}

function DrawerBody({ node, suggestions }: OpenDrawerProps) {
  const docs = useTranslations('docs.nodes');
  const change = useChange();
  const problems = useNodeProblems(node);
  const isStill = useStudio(isReadOnly);
  const isStrict = useStudio((studio) => Boolean(studio.field));
  const { Form } = formOf(node.type);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
      <NodeFormProvider
        value={{ problems, isStrict, isReadOnly: isStill, hasPassage: !isEntry(node), suggestions }}
      >
        <fieldset disabled={isStill} className="flex min-w-0 flex-col gap-5">
          <Form
            value={node.data}
            onChange={(data) =>
              change(apply({ kind: 'update-data', id: node.id, data }, `data of ${node.id}`))
            }
          />
          <ExitsField node={node} />
        </fieldset>
      </NodeFormProvider>
      <MessagePreview node={node} />
      <NodeProblems problems={problems} />
      <Link
        href={`/docs/nodes#${node.type}`}
        target="_blank"
        className="mt-5 inline-block text-muted text-xs underline underline-offset-3 hover:text-ink"
      >
        {docs('learnMore')}
      </Link>
    </div>
  );
}

function RemoveFooter({ node }: { node: JourneyNode }) {
  const t = useTranslations('canvas.drawer');
  const store = useStudioStore();
  const isStill = useStudio(isReadOnly);
  if (isStill) return null;
  return (
    <footer className="border-t px-4 py-2.5">
      <Button
        variant="ghost"
        className="text-danger-ink hover:bg-danger-soft hover:text-danger-ink"
        onClick={() => {
          store.update(removeStep(node.id));
          focusSelected(store.read().selected);
        }}
      >
        <Trash2 aria-hidden />
        {t('remove')}
      </Button>
    </footer>
  );
}
