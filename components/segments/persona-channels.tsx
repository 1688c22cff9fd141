// By which channels members agreed to hear, and were written to lately.
'use client';

import { useTranslations } from 'next-intl';
import { MessageTest } from '@/lib/core/condition/condition';
import { membersWho } from './members-who';
import { PersonaPart, type PersonaPartProps } from './persona-part';
import { ShareRow } from './share-row';

const recently = { amount: 90, unit: 'days' } as const;

export function PersonaChannels({ segment, persona: { channels, lookedAt } }: PersonaPartProps) {
  const t = useTranslations('segments.persona');
  const rows = channels.flatMap(({ channel, consented, reached }) => {
    const name = t(`channels.names.${channel}`);
    return [
      [name, t('channels.consented'), consented, consented / lookedAt],
      [name, t('channels.reached'), reached, reached / lookedAt],
    ];
  });
  return (
    <PersonaPart
      title={t('channels.title')}
      description={t('channels.description')}
      figures={{
        columns: [t('columns.channel'), t('columns.value'), t('columns.people'), t('columns.share')],
        rows,
      }}
    >
      {channels.map(({ channel, consented, reached }) => (
        <section key={channel} className="mb-3 last:mb-0">
          <h3 data-cell className="mb-1 font-medium text-muted text-xs">
            {t(`channels.names.${channel}`)}
          </h3>
          <ShareRow
            label={t('channels.consented')}
            share={consented / lookedAt}
            people={consented}
            href={membersWho(segment, { type: 'consent', channel, state: 'opted-in' })}
          />
          <ShareRow
            label={t('channels.reached')}
            share={reached / lookedAt}
            people={reached}
            href={membersWho(segment, MessageTest.parse({ type: 'message', channel, within: recently }))}
          />
        </section>
      ))}
    </PersonaPart>
  );
}
