// Reason codes with what they mean and what to do, as a list of terms: one anchor for each code.
import { useTranslations } from 'next-intl';
import type { VerdictCode } from '@/lib/core/reason/verdict';

interface ReasonListProps {
  /** Of the section, and of its sentences in the catalogue. */
  id: 'recorded' | 'derived';
  codes: readonly VerdictCode[];
}

export function ReasonList({ id, codes }: ReasonListProps) {
  const t = useTranslations('reasonGuide');
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="font-semibold text-xl">
        {t(`${id}.title`)}
      </h2>
      <p className="mt-0.5 mb-4 max-w-2xl text-base text-muted">{t(`${id}.description`)}</p>
      <dl className="divide-y rounded-lg border bg-surface shadow-low">
        {codes.map((code) => (
          <div
            key={code}
            id={code}
            className="grid scroll-mt-6 gap-x-6 gap-y-1 px-5 py-4 md:grid-cols-[14rem_1fr]"
          >
            <dt>
              <code className="wrap-anywhere text-sm">{code}</code>
            </dt>
            <dd className="text-base">
              <p>{t(`codes.${code}.means`)}</p>
              <p className="mt-1 text-muted text-sm">
                <span className="font-medium">{t('todo')}</span> {t(`codes.${code}.todo`)}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
