// How many segments a text message takes, because each one is paid for.
'use client';

import { useTranslations } from 'next-intl';
import { SegmentedMessage } from 'sms-segments-calculator';

export function SmsLength({ text }: { text: string }) {
  const t = useTranslations('forms.sms');
  const { segments, encodingName, characters, odd } = measure(text);
  const isMadeAtSending = text.includes('{{') || text.includes('{%');
  return (
    <div
      className="flex flex-col gap-1 rounded-md border bg-sunken/60 px-3 py-2 text-muted text-xs"
      aria-live="polite"
    >
      <p className="tabular">
        <strong className="font-medium text-ink">{t('segments', { count: segments })}</strong>
        {t('characters', { count: characters, encoding: encodingName })}
      </p>
      {odd.length > 0 && <p>{t('odd', { characters: odd.join(' ') })}</p>}
      {isMadeAtSending && <p>{t('placeholdersCount')}</p>}
    </div>
  );
}

const SHOWN = 8;

function measure(text: string) {
  if (text === '') return { segments: 0, encodingName: 'GSM-7', characters: 0, odd: [] };
  const message = new SegmentedMessage(text);
  const odd =
    message.encodingName === 'UCS-2' ? [...new Set(message.getNonGsmCharacters())].slice(0, SHOWN) : [];
  return {
    segments: message.segmentsCount,
    encodingName: message.encodingName,
    characters: message.numberOfCharacters,
    odd,
  };
}
