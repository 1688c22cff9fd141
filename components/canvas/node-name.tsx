// The name of the open step, changed where it stands. Empty gives it back the name of its type.
'use client';

import { useTranslations } from 'next-intl';
import type { JourneyNode } from '@/lib/core/journey/document';
import { apply, isReadOnly } from './studio';
import { useChange, useStudio } from './studio-context';

export function NodeName({ node }: { node: JourneyNode }) {
  const t = useTranslations('canvas.drawer');
  const types = useTranslations('nodes');
  const change = useChange();
  const isStill = useStudio(isReadOnly);
  const typeName = types(`${node.type}.name`);
  return (
    <div className="min-w-0 flex-1">
      <h2>
        <input
          aria-label={t('name')}
          className="-ml-1.5 w-full rounded-xs border border-transparent bg-transparent px-1.5 font-semibold text-base outline-none placeholder:text-ink hover:border-line focus:border-focus focus:placeholder:text-faint"
          value={node.name}
          placeholder={typeName}
          maxLength={120}
          readOnly={isStill}
          onChange={(event) =>
            change(
              apply({ kind: 'rename-node', id: node.id, name: event.target.value }, `name of ${node.id}`),
            )
          }
        />
      </h2>
      <p className="text-muted text-xs">{node.name ? typeName : types(`${node.type}.hint`)}</p>
    </div>
  );
}
