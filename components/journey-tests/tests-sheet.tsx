// The tests of a journey: the list of them, or one of them open for writing.
'use client';

import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { documentOf, isReadOnly, open } from '@/components/canvas/studio';
import { useStudio, useStudioStore } from '@/components/canvas/studio-context';
import { focusSelected } from '@/components/canvas/use-keys';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import type { NodeId } from '@/lib/core/engine/program';
import type { Id } from '@/lib/core/id';
import type { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { blankTest } from './blank-test';
import { FromCustomer } from './from-customer';
import { TestEditor } from './test-editor';
import { TestsList } from './tests-list';

type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'from-customer' }
  | { readonly kind: 'edit'; readonly id: Id<'jts'> | null; readonly test: JourneyTest };

const TITLES = { list: 'title', edit: 'test', 'from-customer': 'fromCustomer' } as const;

interface TestsSheetProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function TestsSheet({ isOpen, onOpenChange }: TestsSheetProps) {
  const t = useTranslations('journeyTests.panel');
  const store = useStudioStore();
  const isStill = useStudio(isReadOnly);
  const [view, setView] = useState<View>({ kind: 'list' });
  const toList = () => setView({ kind: 'list' });
  const jump = (node: NodeId) => {
    onOpenChange(false);
    store.update(open(node));
    // The sheet gives the focus back to its button when it closes; the step comes after that.
    requestAnimationFrame(() => focusSelected(node));
  };
  return (
    <Sheet
      open={isOpen}
      onOpenChange={onOpenChange}
      title={t(TITLES[view.kind])}
      description={view.kind === 'list' && t('description')}
      actions={
        view.kind !== 'list' && (
          <Button variant="ghost" size="sm" onClick={toList}>
            <ArrowLeft aria-hidden />
            {t('back')}
          </Button>
        )
      }
    >
      {view.kind === 'list' && (
        <TestsList
          isReadOnly={isStill}
          onOpen={(id, test) => setView({ kind: 'edit', id, test })}
          onWrite={() =>
            setView({ kind: 'edit', id: null, test: blankTest(documentOf(store.read()), new Date()) })
          }
          onFromCustomer={() => setView({ kind: 'from-customer' })}
        />
      )}
      {view.kind === 'from-customer' && (
        <FromCustomer onTaken={(test) => setView({ kind: 'edit', id: null, test })} />
      )}
      {view.kind === 'edit' && (
        <TestEditor id={view.id} initial={view.test} isReadOnly={isStill} onDone={toList} onJump={jump} />
      )}
    </Sheet>
  );
}
