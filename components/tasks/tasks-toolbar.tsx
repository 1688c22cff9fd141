// The filters of the tasks list.
'use client';

import { useTranslations } from 'next-intl';
import { Toolbar } from '@/components/shell/toolbar';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import type { TasksFilter } from '@/lib/queries/tasks';
import { statuses, teams } from './filter';

interface TasksToolbarProps {
  filter: TasksFilter;
  onChange: (changes: Record<string, string | undefined>) => void;
}

export function TasksToolbar({ filter, onChange }: TasksToolbarProps) {
  const t = useTranslations('tasks');
  return (
    <Toolbar>
      <SegmentedControl
        label={t('filterStatus')}
        value={filter.status ?? 'all'}
        onValueChange={(value) => onChange({ status: value === 'open' ? undefined : value })}
        options={[
          ...statuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          { value: 'all', label: t('all') },
        ]}
      />
      <Select
        aria-label={t('filterTeam')}
        className="w-40"
        value={filter.team ?? 'any'}
        onValueChange={(value) => onChange({ team: value === 'any' ? undefined : value })}
        options={[
          { value: 'any', label: t('allTeams') },
          ...teams.map((value) => ({ value, label: t(`teams.${value}`) })),
        ]}
      />
    </Toolbar>
  );
}
