// The sending rules: one form, saved as one, so that what holds together changes together.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { saveDelivery } from '@/lib/actions/sending';
import type { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import { CapsCard } from './caps-card';
import { HoldoutCard } from './holdout-card';
import { QuietHoursCard } from './quiet-hours-card';
import type { DrawInForce } from './redraw-holdout';
import { draftOf, type RulesDraft, rulesOf } from './rules-draft';
import { ThrottleCard } from './throttle-card';

export interface RulesPartProps {
  value: RulesDraft;
  onChange: (change: Partial<RulesDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

interface SendingFormProps {
  rules: DeliveryPolicy;
  draw: DrawInForce | null;
}

export function SendingForm({ rules, draw }: SendingFormProps) {
  const t = useTranslations('sending');
  const common = useTranslations('common');
  const settings = useTranslations('settings');
  const router = useRouter();
  const mayWrite = useMayWrite();
  const [draft, setDraft] = useState(() => draftOf(rules));
  const { act, isPending, errorOf } = useAct(saveDelivery, () => {
    toast.success(t('saved'));
    router.refresh();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(rulesOf(draft));
  };
  const part = {
    value: draft,
    onChange: (change: Partial<RulesDraft>) => setDraft({ ...draft, ...change }),
    errorOf,
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('title')}>
      <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-4">
        <CapsCard {...part} />
        <QuietHoursCard {...part} />
        <ThrottleCard {...part} />
        <HoldoutCard {...part} draw={draw} />
      </fieldset>
      <div className="mt-4 flex items-center justify-end gap-3">
        {mayWrite ? (
          <Button type="submit" variant="primary" isPending={isPending}>
            {common('saveChanges')}
          </Button>
        ) : (
          <p className="mr-auto text-muted text-xs">{settings('readOnly')}</p>
        )}
      </div>
    </form>
  );
}
