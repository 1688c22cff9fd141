// The figures behind a chart as a table, for whoever cannot or will not read the drawing.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { Figures } from './csv';

interface ChartTableProps {
  title: string;
  figures: Figures;
  write: (value: number) => string;
}

export function ChartTable({ title, figures: { columns, rows, links }, write }: ChartTableProps) {
  const t = useTranslations('charts');
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit rounded-xs text-muted text-xs hover:text-ink">{t('figures')}</summary>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={title}
        className="mt-2 max-h-80 overflow-auto rounded-lg border"
      >
        <Table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <HeaderCell key={column} isNumeric={index > 0}>
                  {column}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once and have no other name
              <Row key={row}>
                {cells.map((cell, index) => (
                  <Cell
                    key={columns[index]}
                    isNumeric={index > 0}
                    className={cn('h-9 py-1', index === 0 && 'min-w-28')}
                  >
                    <Linked href={links?.[row]?.[index]}>
                      {typeof cell === 'number' ? write(cell) : cell}
                    </Linked>
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </section>
    </details>
  );
}

function Linked({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return children;
  return (
    <Link href={href} prefetch={false} className="rounded-xs text-accent-ink hover:underline">
      {children}
    </Link>
  );
}
