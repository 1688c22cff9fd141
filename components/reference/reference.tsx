// The API reference: the OpenAPI document in our own clothes. Nothing is fetched from elsewhere.
import type { OpenApi } from '@/lib/core/api/open-api';
import { Contents } from './contents';
import { GettingStarted, SendEvents } from './getting-started';
import { Operation } from './operation';
import { operationsOf } from './operations-of';
import { Schemas } from './schemas';

export function Reference({ api }: { api: OpenApi }) {
  const server = api.servers[0]?.url ?? '';
  return (
    <div className="flex gap-10">
      <Contents api={api} />
      <div className="min-w-0 flex-1 space-y-12">
        <GettingStarted server={server} />
        <SendEvents server={server} />
        {api.tags.map(({ name, description }) => (
          <section key={name} aria-labelledby={`tag-${name}`} className="space-y-6">
            <header>
              <h2 id={`tag-${name}`} className="font-semibold text-xl">
                {name}
              </h2>
              <p className="mt-0.5 text-base text-muted">{description}</p>
            </header>
            {operationsOf(api, name).map((place) => (
              <Operation key={place.operation.operationId} api={api} {...place} />
            ))}
          </section>
        ))}
        <Schemas api={api} />
      </div>
    </div>
  );
}
