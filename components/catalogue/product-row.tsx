// One product in the list.
'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMoney } from '@/components/shell/currency';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import type { ProductEntry } from '@/lib/core/api/product';
import { LOW_STOCK } from '@/lib/core/products/product-changes';

export function ProductRow({ product }: { product: ProductEntry }) {
  const t = useTranslations('catalogue');
  const { shown } = useMoney();
  const { sku, name, category, price, stock, url, updatedAt } = product;
  return (
    <Row>
      <Cell className="h-15 w-full max-w-0">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium text-base">{name}</span>
          {url && (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label={t('openPage', { name })}
              className="shrink-0 rounded-xs p-1 text-muted hover:text-ink"
            >
              <ExternalLink className="size-3.5" aria-hidden />
            </a>
          )}
        </span>
        <code className="block truncate font-mono text-muted text-xs">{sku}</code>
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-md:hidden">{category || t('uncategorised')}</Cell>
      <Cell isNumeric className="whitespace-nowrap">
        {shown(price)}
        <span className="mt-1 block sm:hidden">
          <Stock stock={stock} />
        </span>
      </Cell>
      <Cell isNumeric className="whitespace-nowrap max-sm:hidden">
        <Stock stock={stock} />
      </Cell>
      <Cell className="whitespace-nowrap text-muted max-lg:hidden">
        <RelativeTime at={updatedAt} />
      </Cell>
    </Row>
  );
}

function Stock({ stock }: { stock: number }) {
  const t = useTranslations('catalogue');
  if (stock >= LOW_STOCK) return <span className="text-muted">{t('inStock', { count: stock })}</span>;
  return <Badge tone={stock > 0 ? 'warning' : 'danger'}>{t('inStock', { count: Math.max(0, stock) })}</Badge>;
}
