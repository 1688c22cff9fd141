// What is around every chart: its title, how its numbers are reckoned, the legend, ways to take it away, and its figures.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { ChartTable } from './chart-table';
import type { Figures } from './csv';
import { Definition } from './definition';
import { ExportMenu } from './export-menu';
import type { ChartTone } from './series';
import { seriesLook } from './series-look';

interface ChartFrameProps {
  title: string;
  definition: string;
  /** Nothing is listed where one series speaks for itself. */
  legend?: readonly { readonly label: string; readonly tone: ChartTone }[];
  figures: Figures;
  /** Writes a figure in the table; without it the drawing is a table already. */
  write?: (value: number) => string;
  isEmpty: boolean;
  emptyText?: string | undefined;
  children: ReactNode;
}

export function ChartFrame(props: ChartFrameProps) {
  const { title, definition, legend = [], figures, write, isEmpty, emptyText, children } = props;
  const t = useTranslations('charts');
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-3 flex items-center gap-1">
        <h3 className="font-semibold text-base">{title}</h3>
        <Definition title={title} text={definition} />
        {!isEmpty && (
          <span className="ml-auto">
            <ExportMenu title={title} figures={figures} />
          </span>
        )}
      </figcaption>
      {isEmpty && <p className="py-10 text-center text-muted text-sm">{emptyText ?? t('empty')}</p>}
      {!isEmpty && legend.length > 1 && <Legend entries={legend} />}
      {!isEmpty && children}
      {!isEmpty && write && <ChartTable title={title} figures={figures} write={write} />}
    </figure>
  );
}

function Legend({ entries }: { entries: NonNullable<ChartFrameProps['legend']> }) {
  return (
    <ul data-legend className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {entries.map(({ label, tone }) => (
        <li key={label} className="flex items-center gap-1.5">
          <span aria-hidden className={cn('size-2 rounded-full', seriesLook[tone].swatch)} />
          {label}
        </li>
      ))}
    </ul>
  );
}
