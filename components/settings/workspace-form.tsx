// Name, time zone, language and currency of the workspace.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { toast } from '@/components/ui/toast';
import { saveWorkspace } from '@/lib/actions/workspace';
import type { WorkspaceDetail } from '@/lib/core/api/workspace';
import { FormCard } from './form-card';

interface WorkspaceFormProps {
  workspace: WorkspaceDetail;
  timeZones: readonly string[];
  currencies: readonly { code: string; name: string }[];
}

const languages = ['en', 'es', 'pt', 'it', 'ro', 'cs', 'de', 'fr'] as const;

export function WorkspaceForm({ workspace, timeZones, currencies }: WorkspaceFormProps) {
  const t = useTranslations('settings.workspace');
  const common = useTranslations('common');
  const router = useRouter();
  const mayWrite = useMayWrite();
  const { act, isPending, errorOf } = useAct(saveWorkspace, () => {
    toast.success(t('saved'));
    router.refresh();
  });
  return (
    <FormCard
      title={t('title')}
      submit={common('saveChanges')}
      isPending={isPending}
      isEditable={mayWrite}
      onSubmit={(text) => act(workspaceFrom(text))}
    >
      <Field label={t('name')} error={errorOf('name')}>
        <Input name="name" defaultValue={workspace.name} maxLength={80} autoComplete="organization" />
      </Field>
      <Field label={t('timeZone')} hint={t('timeZoneHint')} error={errorOf('timeZone')}>
        <NativeSelect name="timeZone" defaultValue={workspace.timeZone}>
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <WritingFields workspace={workspace} currencies={currencies} errorOf={errorOf} />
    </FormCard>
  );
}

function workspaceFrom(text: (name: string) => string) {
  const [name, timeZone] = [text('name'), text('timeZone')];
  return { name, timeZone, locale: text('locale'), currency: text('currency') };
}

interface WritingFieldsProps extends Pick<WorkspaceFormProps, 'workspace' | 'currencies'> {
  errorOf: (field: string) => string | undefined;
}

function WritingFields({ workspace, currencies, errorOf }: WritingFieldsProps) {
  const t = useTranslations('settings.workspace');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('locale')} hint={t('localeHint')} error={errorOf('locale')}>
        <NativeSelect name="locale" defaultValue={workspace.locale}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`languages.${language}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t('currency')} error={errorOf('currency')}>
        <NativeSelect name="currency" defaultValue={workspace.currency}>
          {currencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}
