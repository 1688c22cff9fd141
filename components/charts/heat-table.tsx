// A table whose cells are coloured by their share, on one scale for all of it. A real table: read by row, by column, by key.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { ChartFrame } from './chart-frame';
import type { Figures } from './csv';

interface HeatCell {
  /** Null leaves the cell blank: there is nothing to tell yet. */
  readonly text: string | null;
  /** 0 to 1 of the strongest colour. */
  readonly share: number;
  /** The cell in words, for hover and screen readers. */
  readonly hint?: string;
  readonly href?: string;
  /** Its period is not over: hatched, and marked by a star. */
  readonly isUnfinished?: boolean;
}

interface HeatSize {
  readonly text: string;
  readonly hint?: string;
  readonly href?: string;
}

export interface HeatRow {
  readonly id: string;
  readonly label: string;
  /** How many are in the row. */
  readonly size: HeatSize;
  readonly cells: readonly HeatCell[];
}

interface HeatTableProps {
  title: string;
  definition: string;
  rowTitle: string;
  sizeTitle: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
  /** Under a line: the averages. */
  foot?: HeatRow;
  figures: Figures;
  isEmpty: boolean;
  emptyText: string;
}

export function HeatTable(props: HeatTableProps) {
  const { title, definition, rowTitle, sizeTitle, columns, rows, foot, figures, isEmpty, emptyText } = props;
  const t = useTranslations('charts');
  const hasUnfinished = rows.some(({ cells }) => cells.some(({ isUnfinished }) => isUnfinished));
  return (
    <ChartFrame {...{ title, definition, figures, isEmpty, emptyText }}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={title}
        className="overflow-x-auto rounded-md border"
      >
        <table data-drawing className="tabular w-full border-separate border-spacing-0 text-right text-xs">
          <thead>
            <tr className="text-muted">
              <th scope="col" className={cn(head, 'sticky left-0 z-10 bg-surface pl-3 text-left')}>
                {rowTitle}
              </th>
              <th scope="col" className={head}>
                {sizeTitle}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={head}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatLine key={row.id} row={row} />
            ))}
          </tbody>
          {foot && (
            <tfoot className="font-medium [&_td]:border-t [&_th]:border-t">
              <HeatLine row={foot} />
            </tfoot>
          )}
        </table>
      </section>
      {hasUnfinished && <p className="mt-2 text-muted text-xs">{t('soFarNote')}</p>}
    </ChartFrame>
  );
}

const head = 'h-9 whitespace-nowrap border-b px-2 font-medium';

function HeatLine({ row: { label, size, cells } }: { row: HeatRow }) {
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-10 whitespace-nowrap bg-surface px-3 py-0 text-left font-medium"
      >
        {label}
      </th>
      <td className="px-2 text-muted">
        {size.href ? (
          <Link
            href={size.href}
            title={size.hint}
            prefetch={false}
            className="hover:underline focus-visible:-outline-offset-2"
          >
            {size.text}
            {size.hint !== undefined && <span className="sr-only">{` ${size.hint}`}</span>}
          </Link>
        ) : (
          size.text
        )}
      </td>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their column
        <HeatSquare key={index} cell={cell} />
      ))}
    </tr>
  );
}

/** Percent of the accent: on the darkest cell ink can still be read, in both themes. */
const STRONGEST = 48;

function HeatSquare({ cell: { text, share, hint, href, isUnfinished } }: { cell: HeatCell }) {
  const t = useTranslations('charts');
  if (text === null) return <td className="h-8 min-w-14 px-2" />;
  const percent = Math.round(Math.min(1, Math.max(0, share)) * STRONGEST);
  const content = (
    <>
      {text}
      {isUnfinished && <span aria-hidden>{'*'}</span>}
      {hint === undefined && isUnfinished && <span className="sr-only">{` ${t('soFar')}`}</span>}
      {hint !== undefined && <span className="sr-only">{` ${hint}`}</span>}
    </>
  );
  return (
    <td
      className={cn('relative h-8 min-w-14 p-0', isUnfinished && 'hatched')}
      style={{ backgroundColor: `color-mix(in oklab, var(--color-accent) ${percent}%, transparent)` }}
    >
      {href ? (
        <Link
          href={href}
          title={hint}
          prefetch={false}
          className="flex h-8 items-center justify-end px-2 hover:underline focus-visible:-outline-offset-2"
        >
          {content}
        </Link>
      ) : (
        <span title={hint} className="flex h-8 items-center justify-end px-2">
          {content}
        </span>
      )}
    </td>
  );
}
