// The phases of an experiment: each is read by itself, because their data are never pooled.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { ExperimentDetail } from '@/lib/core/api/experiment';

export function PhaseLinks({ experiment: { id, phase: shown, phases } }: { experiment: ExperimentDetail }) {
  const t = useTranslations('experiments');
  return (
    <nav className="mb-4 flex flex-wrap gap-2" aria-label={t('phases')}>
      {phases.map(({ phase, state }) => (
        <Link
          key={phase}
          href={`/experiments/${id}?phase=${phase}`}
          aria-current={phase === shown ? 'page' : undefined}
          className="rounded-xs"
        >
          <Badge tone={phase === shown ? 'accent' : 'outline'}>
            {t('phaseIn', { phase, state: t(`states.${state}`) })}
          </Badge>
        </Link>
      ))}
    </nav>
  );
}
