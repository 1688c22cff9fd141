// One chapter of the reference: all endpoints of one kind.
import type { OpenApi } from '@/lib/core/api/open-api';
import { Operation } from './operation';
import { operationsOf } from './operations-of';

interface ChapterProps {
  api: OpenApi;
  name: string;
  description: string;
}

export function Chapter({ api, name, description }: ChapterProps) {
  return (
    <section aria-labelledby="chapter" className="space-y-6">
      <header>
        <h2 id="chapter" className="font-semibold text-xl">
          {name}
        </h2>
        <p className="mt-0.5 text-base text-muted">{description}</p>
      </header>
      {operationsOf(api, name).map((place) => (
        <Operation key={place.operation.operationId} api={api} {...place} />
      ))}
    </section>
  );
}
