// Attributes that many members share.
'use client';

import { useTranslations } from 'next-intl';
import { membersWho } from './members-who';
import { PersonaPart, type PersonaPartProps } from './persona-part';
import { ShareRow } from './share-row';

const MOST_VALUES = 5;

export function PersonaAttributes({ segment, persona: { attributes, lookedAt } }: PersonaPartProps) {
  const t = useTranslations('segments.persona');
  const shown = attributes.map((one) => ({ ...one, values: one.values.slice(0, MOST_VALUES) }));
  const rows = shown.flatMap(({ path, values }) =>
    values.map(({ value, count }) => [path.join('.'), String(value), count, count / lookedAt]),
  );
  return (
    <PersonaPart
      title={t('attributes.title')}
      description={t('attributes.description')}
      none={t('attributes.none')}
      figures={{
        columns: [t('columns.attribute'), t('columns.value'), t('columns.people'), t('columns.share')],
        rows,
      }}
    >
      {shown.map(({ path, count, values }) => (
        <section key={path.join('.')} className="mb-4 last:mb-0">
          <h3 className="mb-1 flex justify-between text-muted text-xs">
            <span data-cell className="font-medium">
              {path.join('.')}
            </span>
            <span data-cell>{t('known', { share: count / lookedAt })}</span>
          </h3>
          {values.map(({ value, count: people }) => (
            <ShareRow
              key={`${typeof value} ${value}`}
              label={String(value)}
              share={people / lookedAt}
              people={people}
              href={membersWho(segment, {
                ...{ type: 'test', subject: 'attribute', path },
                ...{ operator: 'equals', value },
              })}
            />
          ))}
        </section>
      ))}
    </PersonaPart>
  );
}
