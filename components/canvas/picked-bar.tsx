// What can be done with several steps at once, in a bar over the drawing while several are picked.
'use client';

import { Copy, CopyPlus, Trash2, Unlink, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { detachPicked, duplicate, pickedIn, removePicked } from './picking';
import { isReadOnly, select } from './studio';
import { useStudio, useStudioStore } from './studio-context';
import { Tool } from './tool';
import { useCopying } from './use-clipboard';
import { focusSelected } from './use-keys';

export function PickedBar() {
  const count = useStudio(({ picked }) => picked.length);
  return count > 1 ? <Bar count={count} /> : null;
}

function Bar({ count }: { count: number }) {
  const t = useTranslations('canvas.picked');
  const store = useStudioStore();
  const isStill = useStudio(isReadOnly);
  const { textOf } = useCopying();
  const ids = () => pickedIn(store.read());
  const copy = () => void navigator.clipboard?.writeText(textOf() ?? '').catch(() => {});
  return (
    <div
      role="toolbar"
      aria-label={t('title')}
      className="absolute bottom-16 left-1/2 z-10 flex -translate-x-1/2 items-center gap-0.5 rounded-md border bg-raised p-1 shadow-high"
    >
      <p role="status" className="whitespace-nowrap px-2 font-medium text-sm">
        {t('count', { count })}
      </p>
      <Tool label={t('copy')} icon={Copy} onClick={copy} />
      {!isStill && (
        <>
          <Tool label={t('duplicate')} icon={CopyPlus} onClick={() => store.update(duplicate(ids()))} />
          <Tool label={t('detach')} icon={Unlink} onClick={() => store.update(detachPicked(ids()))} />
          <Tool
            label={t('remove')}
            icon={Trash2}
            onClick={() => {
              store.update(removePicked(ids()));
              focusSelected(store.read().selected);
            }}
          />
        </>
      )}
      <Tool
        label={t('drop')}
        icon={X}
        onClick={() => {
          store.update(select(store.read().selected));
          focusSelected(store.read().selected);
        }}
      />
    </div>
  );
}
