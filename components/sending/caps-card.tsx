// How many marketing messages a customer may get: a list of caps, each with what it means in words.
'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CapEditor } from './cap-editor';
import type { CapDraft } from './rules-draft';
import type { RulesPartProps } from './sending-form';

const MOST_CAPS = 20;

export function CapsCard({ value, onChange, errorOf }: RulesPartProps) {
  const t = useTranslations('sending.caps');
  const mayWrite = useMayWrite();
  const { caps } = value;
  const add = () => onChange({ caps: [...caps, freshCap(caps, t('newName', { number: caps.length + 1 }))] });
  const replace = (index: number, cap: CapDraft) =>
    onChange({ caps: caps.map((one, place) => (place === index ? cap : one)) });
  return (
    <Card aria-label={t('title')}>
      <CardHeader title={t('title')} description={t('description')} />
      <CardBody className="flex flex-col gap-3">
        {caps.length === 0 && (
          <p className="rounded-md border border-dashed px-4 py-5 text-center text-muted text-sm">
            {t('empty')}
          </p>
        )}
        {caps.map((cap, index) => (
          <CapEditor
            key={cap.id}
            cap={cap}
            onChange={(next) => replace(index, next)}
            onRemove={() => onChange({ caps: caps.filter(({ id }) => id !== cap.id) })}
            errorOf={(field) => errorOf(`caps.${index}.${field}`)}
          />
        ))}
        {mayWrite && caps.length < MOST_CAPS && (
          <Button type="button" className="self-start" onClick={add}>
            <Plus aria-hidden />
            {t('add')}
          </Button>
        )}
      </CardBody>
    </Card>
  );
}

function freshCap(caps: readonly CapDraft[], name: string): CapDraft {
  const taken = caps.map(({ id }) => Number(id.replace('cap_', ''))).filter(Number.isInteger);
  const id = `cap_${Math.max(0, ...taken) + 1}`;
  const what = { channel: 'any', category: '', limit: '3', amount: '1', unit: 'days' } as const;
  return { id, name, ...what, whenReached: 'requeue' };
}
