// Two sides of a comparison, each a version or the draft, and what differs between them, as steps or as text.
'use client';

import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import { diffQuery } from '@/lib/queries/versions';
import { CompareDrawings } from './compare-drawings';
import { DiffView } from './diff-view';

export interface Sides {
  readonly from: string;
  readonly to: string;
}

interface CompareProps {
  versions: readonly number[];
  sides: Sides;
  onSides: (sides: Sides) => void;
}

export function Compare({ versions, sides, onSides }: CompareProps) {
  const t = useTranslations('versions.diff');
  const heading = useId();
  const [view, setView] = useState<'steps' | 'text'>('steps');
  const [isDrawn, setDrawn] = useState(false);
  const choice = (side: keyof Sides) => (
    <Field label={t(side)} className="min-w-36 flex-1">
      <NativeSelect
        value={sides[side]}
        onChange={({ target }) => onSides({ ...sides, [side]: target.value })}
      >
        <SideOptions versions={versions} />
      </NativeSelect>
    </Field>
  );
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-4 px-5 py-4 max-sm:px-4">
      <h3 id={heading} className="font-semibold text-sm">
        {t('title')}
      </h3>
      <div className="flex flex-wrap items-end gap-3">
        {choice('from')}
        {choice('to')}
        <SegmentedControl
          label={t('view')}
          value={view}
          onValueChange={setView}
          options={[
            { value: 'steps', label: t('steps') },
            { value: 'text', label: t('text') },
          ]}
        />
      </div>
      <Differences sides={sides} isText={view === 'text'} onDraw={() => setDrawn(true)} />
      {isDrawn && <CompareDrawings sides={sides} onClose={() => setDrawn(false)} />}
    </section>
  );
}

function SideOptions({ versions }: { versions: readonly number[] }) {
  const t = useTranslations('versions');
  return (
    <>
      <option value="draft">{t('diff.draft')}</option>
      {versions.map((version) => (
        <option key={version} value={version}>
          {t('panel.version', { version })}
        </option>
      ))}
    </>
  );
}

interface DifferencesProps {
  sides: Sides;
  isText: boolean;
  onDraw: () => void;
}

function Differences({ sides, isText, onDraw }: DifferencesProps) {
  const t = useTranslations('versions.diff');
  const id = useStudio((studio) => studio.id);
  const { nodes } = useStudio(documentOf);
  const { data, isError } = useQuery(diffQuery(id, sides));
  if (isError) return <p role="alert">{t('failed')}</p>;
  if (!data) {
    return (
      <p role="status">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-16 w-full" />
      </p>
    );
  }
  if (data.text === '') return <p role="status">{t('nothing')}</p>;
  return (
    <>
      <Button className="self-start" onClick={onDraw}>
        <Workflow aria-hidden />
        {t('draw')}
      </Button>
      {isText ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to with the keyboard
        <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs">
          {data.text}
        </pre>
      ) : (
        <DiffView diff={data.diff} nodes={nodes} />
      )}
    </>
  );
}
