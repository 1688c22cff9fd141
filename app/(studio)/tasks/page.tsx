// The tasks that journeys give to people. What is open comes first; other states are asked for.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/shell/page';
import { statusOf } from '@/components/tasks/filter';
import { TasksList } from '@/components/tasks/tasks-list';
import { ListTasks } from '@/lib/core/api/task';
import { requireActor } from '@/lib/server/auth/require-actor';
import { listTasks } from '@/lib/server/tasks/list-tasks';
import { filterFrom, type SearchParams } from '../filter-from';
import { pageOrEmpty } from '../page-or-empty';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tasks'))('title') };
}

export default async function TasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const params = await searchParams;
  const { limit, team, customer } = filterFrom(ListTasks, params);
  const filter = { team, customer, status: statusOf(String(params.status ?? '')) };
  const page = pageOrEmpty(await listTasks(actor, { limit, ...filter }));
  const t = await getTranslations('tasks');
  return (
    <Page title={t('title')} description={t('description')} width="narrow">
      <TasksList initial={{ filter, page }} />
    </Page>
  );
}
