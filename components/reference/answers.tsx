// What an endpoint may answer, by status.
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { ApiResponse, Operation } from '@/lib/core/api/open-api';
import { SchemaType } from './schema-type';

export function Answers({ responses }: Pick<Operation, 'responses'>) {
  const t = useTranslations('reference');
  return (
    <section>
      <h4 className="mb-2 font-medium text-muted text-xs">{t('answers')}</h4>
      <dl className="divide-y rounded-md border">
        {Object.entries(responses).map(([status, response]) => (
          <Answer key={status} status={status} response={response} />
        ))}
      </dl>
    </section>
  );
}

function Answer({ status, response }: { status: string; response: ApiResponse }) {
  const isDone = status.startsWith('2');
  return (
    <div className="grid gap-x-4 gap-y-1 px-3 py-2 text-sm sm:grid-cols-[3rem_1fr]">
      <dt>
        <Badge tone={isDone ? 'success' : 'neutral'} className="tabular font-mono">
          {status}
        </Badge>
      </dt>
      <dd className="min-w-0 text-xs">
        <SchemaType schema={response.content['application/json'].schema} />
        {!isDone && <Codes codes={response.description.split(', ')} />}
      </dd>
    </div>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {codes.map((code) => (
        <code key={code} className="rounded-xs bg-ink/6 px-1 font-mono text-2xs text-muted leading-4.5">
          {code}
        </code>
      ))}
    </span>
  );
}
