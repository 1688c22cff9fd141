// What members bought most.
'use client';

import { useTranslations } from 'next-intl';
import { boughtProduct } from '@/lib/core/segment/bought-product';
import { membersWho } from './members-who';
import { PersonaPart, type PersonaPartProps } from './persona-part';
import { ShareRow } from './share-row';

export function PersonaProducts({ segment, persona }: PersonaPartProps) {
  const t = useTranslations('segments.persona');
  const { buyers, orders, lookedAt, products } = persona;
  return (
    <PersonaPart
      title={t('products.title')}
      description={t('products.description', { share: buyers / lookedAt, orders, buyers })}
      none={t('products.none')}
      figures={{
        columns: [t('columns.sku'), t('columns.product'), t('columns.people'), t('columns.share')],
        rows: products.map(({ sku, name, people }) => [sku, name, people, people / lookedAt]),
      }}
    >
      {products.map(({ sku, name, people }) => (
        <ShareRow
          key={sku}
          label={name}
          share={people / lookedAt}
          people={people}
          href={membersWho(segment, boughtProduct(sku))}
        />
      ))}
    </PersonaPart>
  );
}
