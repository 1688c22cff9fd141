// What the properties of an event must say for it to be counted, and those of one of its items, such as a product bought.
'use client';

import { Package, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { pathFrom, pathText } from '@/components/nodes/fields/path-text';
import { SuggestInput } from '@/components/nodes/fields/suggest-input';
import { useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import type { EventTest } from '@/lib/core/condition/condition';
import { blankTest } from './blank-line';
import type { LineEditorProps } from './line';
import { PropertyTests } from './property-tests';
import { RemoveButton } from './remove-button';

type WhereProps = Pick<LineEditorProps<EventTest>, 'value' | 'onChange'>;

const MOST = 20;

export function EventWhere({ value, onChange }: WhereProps) {
  const t = useTranslations('forms.condition');
  const seen = useNodeForm().suggestions.propertiesOf[value.event] ?? [];
  const { where, items } = value;
  return (
    <>
      <PropertyTests
        label={(number) => t('whereRow', { number })}
        first={t('where')}
        tests={where}
        suggestions={seen.filter((one) => !one.value.includes('[]'))}
        onChange={(next) => onChange({ ...value, where: next })}
      />
      {items && <ItemTests items={items} value={value} onChange={onChange} />}
      <div className="flex flex-wrap gap-1.5">
        {where.length < MOST && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => onChange({ ...value, where: [...where, blankTest('property')] })}
          >
            <Plus aria-hidden />
            {t('addWhere')}
          </Button>
        )}
        {!items && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() =>
              onChange({ ...value, items: { path: ['products'], where: [blankTest('property')] } })
            }
          >
            <Package aria-hidden />
            {t('addItems')}
          </Button>
        )}
      </div>
    </>
  );
}

function ItemTests({ items, value, onChange }: WhereProps & { items: NonNullable<EventTest['items']> }) {
  const t = useTranslations('forms.condition');
  const seen = useNodeForm().suggestions.propertiesOf[value.event] ?? [];
  const list = pathText(items.path);
  const inside = `${list}.[].`;
  const own = seen
    .filter((one) => one.value.startsWith(inside))
    .map((one) => ({ ...one, value: one.value.slice(inside.length) }));
  const change = (next: typeof items) => onChange({ ...value, items: next });
  return (
    <fieldset aria-label={t('items')} className="flex min-w-0 flex-col gap-1.5 rounded-md bg-sunken/60 p-2">
      <div className="flex items-center gap-1.5">
        <span className="shrink-0 text-muted text-sm">{t('itemOf')}</span>
        <SuggestInput
          aria-label={t('list')}
          placeholder={t('listExample')}
          suggestions={seen.filter(({ kinds }) => kinds?.includes('list'))}
          value={list}
          onChange={(text) => change({ ...items, path: pathFrom(text) })}
        />
        <RemoveButton
          label={t('removeItems')}
          onClick={() => {
            const { items: _gone, ...rest } = value;
            onChange(rest);
          }}
        />
      </div>
      <PropertyTests
        label={(number) => t('itemRow', { number })}
        first={t('where')}
        tests={items.where}
        suggestions={own}
        onChange={(where) => change({ ...items, where })}
      />
      {items.where.length < MOST && (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => change({ ...items, where: [...items.where, blankTest('property')] })}
        >
          <Plus aria-hidden />
          {t('addItemWhere')}
        </Button>
      )}
    </fieldset>
  );
}
