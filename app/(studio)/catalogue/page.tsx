// The catalogue.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportProductsButton } from '@/components/catalogue/import-products-button';
import { ProductsList } from '@/components/catalogue/products-list';
import { Page } from '@/components/shell/page';
import { ListProducts } from '@/lib/core/api/product';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listProducts } from '@/lib/server/products/list-products';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('title') };
}

export default async function CataloguePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const filter = filterFrom(ListProducts, await searchParams);
  const page = pageOrEmpty(await listProducts(actor, filter));
  const t = await getTranslations('catalogue');
  return (
    <Page title={t('title')} description={t('description')} actions={<ImportProductsButton />}>
      <ProductsList initial={{ search: filter.search, page }} />
    </Page>
  );
}
