// A version that a newer release has published: what is known of it.
import { useFormatter, useTranslations } from 'next-intl';
import { NewerRelease } from '@/components/journeys/newer-release';
import { RelativeTime } from '@/components/ui/relative-time';
import type { VersionSummary } from '@/lib/core/api/version';

interface NewerVersionProps {
  journeyName: string;
  version: VersionSummary & { readonly drawing: string };
  part: string | undefined;
}

export function NewerVersion({ journeyName, version, part }: NewerVersionProps) {
  const t = useTranslations('journeys.newer');
  const panel = useTranslations('versions.panel');
  const format = useFormatter();
  return (
    <NewerRelease
      name={`${journeyName}: ${panel('version', { version: version.version })}`}
      part={part}
      drawing={version.drawing}
      facts={[
        [t('published'), <RelativeTime key="published" at={version.publishedAt} />],
        [t('by'), version.publishedBy],
        [t('waiting'), format.number(version.people)],
        [t('note'), version.note || '–'],
      ]}
    />
  );
}
