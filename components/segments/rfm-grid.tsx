// Buyers by how lately and how often they bought: a table of five by five, each cell a segment to start from.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ChartFrame } from '@/components/charts/chart-frame';
import type { ReadySegments, RfmCell } from '@/lib/core/api/ready-segments';
import { scores } from '@/lib/core/segment/rfm';
import type { Start } from './start-from';
import { useReadyText } from './use-ready-text';

interface RfmGridProps {
  ready: ReadySegments;
  onStart: (start: Start) => void;
}

const downwards = scores.toReversed();

export function RfmGrid({ ready, onStart }: RfmGridProps) {
  const t = useTranslations('segments.ready.grid');
  const most = Math.max(1, ...ready.grid.map(({ people }) => people));
  const cellAt = (recency: number, frequency: number) =>
    ready.grid.find((cell) => cell.recency === recency && cell.frequency === frequency);
  return (
    <div className="mt-3">
      <ChartFrame title={t('title')} definition={t('definition')} figures={useFigures(ready)} isEmpty={false}>
        <div className="overflow-x-auto">
          <table
            data-drawing
            className="w-full min-w-120 table-fixed border-separate border-spacing-1 text-sm"
          >
            <caption className="mb-2 text-left text-muted text-xs">{t('caption')}</caption>
            <thead>
              <tr>
                <td className="w-24" />
                {scores.map((frequency) => (
                  <th key={frequency} scope="col" className="font-medium text-muted text-xs">
                    {t('frequency', { score: frequency })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {downwards.map((recency) => (
                <tr key={recency}>
                  <th scope="row" className="text-left font-medium text-muted text-xs">
                    {t('recency', { score: recency })}
                  </th>
                  {scores.map((frequency) => {
                    const cell = cellAt(recency, frequency);
                    return (
                      <td
                        key={frequency}
                        className="rounded-xs p-0 text-center"
                        style={{ backgroundColor: shadeOf((cell?.people ?? 0) / most) }}
                      >
                        {cell && <CellButton cell={cell} ready={ready} onStart={onStart} />}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </ChartFrame>
    </div>
  );
}

/** @param share of the fullest cell */
function shadeOf(share: number): string {
  return `color-mix(in oklab, var(--color-accent) ${Math.round(share * 22)}%, var(--color-surface))`;
}

/** Cell by cell, so that a spreadsheet can turn them as it likes. */
function useFigures({ grid, currency }: ReadySegments) {
  const t = useTranslations('segments.ready.grid.columns');
  const text = useReadyText();
  return {
    columns: [t('recency'), t('frequency'), t('group'), t('people'), t('revenue', { currency })],
    rows: grid.map(({ recency, frequency, group, people, revenue }) => [
      ...[recency, frequency, text(group).name, people, revenue],
    ]),
  };
}

interface CellButtonProps extends RfmGridProps {
  cell: RfmCell;
}

function CellButton({ cell, ready, onStart }: CellButtonProps) {
  const t = useTranslations('segments.ready.grid');
  const format = useFormatter();
  const text = useReadyText();
  const { condition, recency, frequency, people, revenue } = cell;
  const group = text(cell.group).name;
  const money = format.number(revenue, {
    style: 'currency',
    currency: ready.currency,
    maximumFractionDigits: 0,
  });
  return (
    <button
      type="button"
      disabled={condition === null}
      title={t('cell', { group, people, money })}
      className="tabular relative block h-11 w-full overflow-hidden rounded-xs border text-center hover:border-accent disabled:text-faint"
      onClick={() =>
        condition &&
        onStart({
          key: `rfm/${recency}-${frequency}`,
          name: t('name', { recency, frequency }),
          description: group,
          condition,
        })
      }
    >
      <span data-cell className="relative block leading-tight">
        {format.number(people)}
      </span>{' '}
      <span data-cell className="relative block truncate px-1 text-2xs leading-tight">
        {group}
      </span>
    </button>
  );
}
