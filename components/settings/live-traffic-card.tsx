// The switch that lets the demo shop send events.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Card } from '@/components/ui/card';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { setLiveTraffic } from '@/lib/actions/workspace';

export function LiveTrafficCard({ isTrafficLive }: { isTrafficLive: boolean }) {
  const t = useTranslations('settings.workspace.traffic');
  const mayWrite = useMayWrite();
  const [isOn, setIsOn] = useState(isTrafficLive);
  const { act, isPending } = useAct(setLiveTraffic, (workspace) => {
    setIsOn(workspace.isTrafficLive);
    toast.success(t(workspace.isTrafficLive ? 'started' : 'stopped'));
  });
  return (
    <Card aria-label={t('title')} className="flex items-center gap-4 px-5 py-4">
      <div className="min-w-0 flex-1">
        <h2 className="flex items-center gap-2 font-semibold text-base">
          {t('title')}
          {isOn && <span aria-hidden className="size-2 animate-beat rounded-full bg-person" />}
        </h2>
        <p className="mt-0.5 text-muted text-sm">{t('description')}</p>
      </div>
      <Switch
        aria-label={t('label')}
        checked={isOn}
        disabled={!mayWrite || isPending}
        onCheckedChange={(next) => act({ isTrafficLive: next })}
      />
    </Card>
  );
}
