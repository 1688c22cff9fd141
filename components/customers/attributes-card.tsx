// A customer's attributes by name; a long list begins folded, so that the timeline stays near.
'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { JsonObject } from '@/lib/core/json';
import { AttributeValue } from './attribute-value';
import { FactLine } from './fact-line';

const atFirst = 10;

export function AttributesCard({ attributes }: { attributes: JsonObject }) {
  const t = useTranslations('customers');
  const locale = useLocale();
  const [isWhole, setIsWhole] = useState(false);
  const all = Object.entries(attributes).sort(([a], [b]) => a.localeCompare(b, locale));
  const shown = isWhole || all.length <= atFirst + 2 ? all : all.slice(0, atFirst);
  return (
    <Card aria-labelledby="attributes">
      <CardHeader id="attributes" title={t('attributes')} />
      <CardBody>
        {all.length === 0 && <p className="text-muted text-sm">{t('noAttributes')}</p>}
        <dl className="flex flex-col gap-2.5">
          {shown.map(([name, value]) => (
            <FactLine key={name} term={name}>
              <AttributeValue value={value} />
            </FactLine>
          ))}
        </dl>
        {shown.length < all.length && (
          <Button variant="ghost" size="sm" className="mt-3 -ml-2.5" onClick={() => setIsWhole(true)}>
            {t('showAllAttributes', { count: all.length })}
          </Button>
        )}
      </CardBody>
    </Card>
  );
}
