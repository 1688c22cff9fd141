// What a test expects: the way through the drawing, the messages, and how it ends. Best taken from what happens now.
'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { useExitName } from '@/components/canvas/use-exit-name';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Button } from '@/components/ui/button';
import { NativeSelect } from '@/components/ui/native-select';
import { exitsOf, findNode } from '@/lib/core/journey/graph';
import type { Expected, PathStep } from '@/lib/core/journey-test/journey-test';
import { EndEditor } from './end-editor';
import { SendsEditor } from './sends-editor';

interface ExpectationEditorProps {
  value: Expected;
  onChange: (value: Expected) => void;
}

export function ExpectationEditor({ value, onChange }: ExpectationEditorProps) {
  const t = useTranslations('journeyTests.editor');
  const { path = [], ...withoutPath } = value;
  const first = useStudio(documentOf).nodes[0];
  const change = (next: readonly PathStep[]) =>
    onChange(next.length === 0 ? withoutPath : { ...withoutPath, path: [...next] });
  return (
    <div className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium text-sm">{t('path')}</legend>
        {path.length === 0 && <p className="text-muted text-sm">{t('anyPath')}</p>}
        {path.map((place, index) => (
          <PathRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a place of the path is known by its number.
            key={index}
            number={index + 1}
            place={place}
            onChange={(next) => change(path.map((old, at) => (at === index ? next : old)))}
            onRemove={() => change(path.filter((_, at) => at !== index))}
          />
        ))}
        {first && (
          <Button
            variant="ghost"
            size="sm"
            className="self-start"
            onClick={() => change([...path, { node: path.at(-1)?.node ?? first.id }])}
          >
            <Plus aria-hidden />
            {t('addPlace')}
          </Button>
        )}
      </fieldset>
      <SendsEditor value={value.sends} onChange={(sends) => onChange({ ...value, sends })} />
      <EndEditor value={value} onChange={onChange} />
    </div>
  );
}

interface PathRowProps {
  number: number;
  place: PathStep;
  onChange: (place: PathStep) => void;
  onRemove: () => void;
}

function PathRow({ number, place, onChange, onRemove }: PathRowProps) {
  const t = useTranslations('journeyTests.editor');
  return (
    <div className="flex items-center gap-1.5">
      <span aria-hidden className="tabular w-5 text-right text-faint text-xs">
        {number}
      </span>
      <span className="min-w-0 flex-1">
        <PlaceSelect number={number} place={place} onChange={onChange} />
      </span>
      <span className="min-w-0 flex-1">
        <PlaceExitSelect number={number} place={place} onChange={onChange} />
      </span>
      <Button variant="ghost" size="icon-sm" aria-label={t('removePlace', { number })} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

type PlaceProps = Omit<PathRowProps, 'onRemove'>;

function PlaceSelect({ number, place, onChange }: PlaceProps) {
  const t = useTranslations('journeyTests.editor');
  const title = useNodeTitle();
  const { nodes } = useStudio(documentOf);
  const choose = (id: string) => {
    const chosen = nodes.find((one) => one.id === id);
    if (chosen) onChange({ node: chosen.id });
  };
  return (
    <NativeSelect
      aria-label={t('place', { number })}
      value={place.node}
      onChange={({ target }) => choose(target.value)}
    >
      {!nodes.some(({ id }) => id === place.node) && <option value={place.node}>{t('gone')}</option>}
      {nodes.map((one) => (
        <option key={one.id} value={one.id}>
          {title(one)}
        </option>
      ))}
    </NativeSelect>
  );
}

function PlaceExitSelect({ number, place, onChange }: PlaceProps) {
  const t = useTranslations('journeyTests.editor');
  const node = findNode(useStudio(documentOf), place.node);
  const exitName = useExitName([node]);
  const exits = node ? exitsOf(node) : [];
  return (
    <NativeSelect
      aria-label={t('placeExit', { number })}
      value={place.exit ?? ''}
      onChange={({ target }) =>
        onChange(target.value === '' ? { node: place.node } : { node: place.node, exit: target.value })
      }
    >
      <option value="">{t('anyExit')}</option>
      {place.exit !== undefined && !exits.some(({ id }) => id === place.exit) && (
        <option value={place.exit}>{place.exit}</option>
      )}
      {exits.map(({ id }) => (
        <option key={id} value={id}>
          {exitName(node, id)}
        </option>
      ))}
    </NativeSelect>
  );
}
