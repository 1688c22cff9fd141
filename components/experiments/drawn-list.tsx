// Experiments that wait to be set up and started.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card, CardHeader } from '@/components/ui/card';

interface Drawn {
  readonly journeyId: string;
  readonly journeyName: string;
  readonly nodeId: string;
  readonly name: string;
}

export function DrawnList({ drawn }: { drawn: readonly Drawn[] }) {
  const t = useTranslations('experiments');
  return (
    <Card>
      <CardHeader title={t('newPage.drawn')} description={t('newPage.drawnHint')} />
      <ul>
        {drawn.map(({ journeyId, journeyName, nodeId, name }) => (
          <li key={`${journeyId}/${nodeId}`} className="border-t px-5 py-3 max-sm:px-4">
            <Link
              href={`/journeys/${journeyId}?node=${nodeId}`}
              className="font-medium underline-offset-2 hover:underline"
            >
              {t('newPage.open', { name: name || t('unnamed') })}
            </Link>
            <span className="block text-muted text-xs">{journeyName}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
