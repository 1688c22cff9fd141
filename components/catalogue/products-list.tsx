// The catalogue, by SKU, searched by SKU, name or category.
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { BookOpen, Package, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ListFrame } from '@/components/shell/list-frame';
import { SearchField } from '@/components/shell/search-field';
import { Toolbar } from '@/components/shell/toolbar';
import { useUrlFilter } from '@/components/shell/use-url-filter';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { Page } from '@/lib/core/api/page';
import type { ProductEntry } from '@/lib/core/api/product';
import { firstPage } from '@/lib/queries/first-page';
import { productsQuery } from '@/lib/queries/products';
import { ImportProductsButton } from './import-products-button';
import { ProductRow } from './product-row';

interface ProductsListProps {
  initial: { search: string | undefined; page: Page<ProductEntry> };
}

export function ProductsList({ initial }: ProductsListProps) {
  const t = useTranslations('catalogue');
  const [read, change] = useUrlFilter();
  const search = read('search');
  const query = useInfiniteQuery({
    ...productsQuery({ search }),
    ...firstPage(search === initial.search ? initial.page : undefined),
  });
  const products = query.data?.pages.flatMap((page) => page.data) ?? [];
  const isEmpty = query.isSuccess && products.length === 0;
  if (isEmpty && search === undefined) return <FirstProduct />;
  return (
    <>
      <Toolbar>
        <SearchField
          className="w-96"
          label={t('search')}
          value={search ?? ''}
          onSearch={(value) => change({ search: value })}
        />
      </Toolbar>
      <ListFrame query={query}>
        {isEmpty && <NothingFound search={search ?? ''} onShowAll={() => change({ search: undefined })} />}
        {products.length > 0 && <ProductsTable products={products} />}
      </ListFrame>
    </>
  );
}

function FirstProduct() {
  const t = useTranslations('catalogue.empty');
  return (
    <Card>
      <EmptyState
        icon={<Package aria-hidden />}
        title={t('title')}
        description={t('description')}
        action={
          <>
            <ImportProductsButton />
            <Button asChild>
              <Link href="/reference#saveProducts">
                <BookOpen aria-hidden />
                {t('reference')}
              </Link>
            </Button>
          </>
        }
      />
    </Card>
  );
}

function NothingFound({ search, onShowAll }: { search: string; onShowAll: () => void }) {
  const t = useTranslations('catalogue.emptySearch');
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('title')}
      description={t('description', { search })}
      action={<Button onClick={onShowAll}>{t('action')}</Button>}
    />
  );
}

function ProductsTable({ products }: { products: readonly ProductEntry[] }) {
  const t = useTranslations('catalogue.columns');
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{t('product')}</HeaderCell>
          <HeaderCell className="max-md:hidden">{t('category')}</HeaderCell>
          <HeaderCell isNumeric>{t('price')}</HeaderCell>
          <HeaderCell isNumeric className="max-sm:hidden">
            {t('stock')}
          </HeaderCell>
          <HeaderCell className="max-lg:hidden">{t('updated')}</HeaderCell>
        </Row>
      </TableHead>
      <tbody>
        {products.map((product) => (
          <ProductRow key={product.sku} product={product} />
        ))}
      </tbody>
    </Table>
  );
}
