// What an import could not take, row by row.
'use client';

import { useTranslations } from 'next-intl';
import type { ImportReport } from '@/lib/core/api/import';

export function ImportProblems({ report }: { report: ImportReport }) {
  const t = useTranslations('common.import');
  const { problemCount, problems } = report;
  if (problemCount === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="font-medium text-sm">{t('problems', { count: problemCount })}</h3>
      <section
        // What scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        aria-label={t('list')}
        className="mt-2 max-h-56 overflow-y-auto rounded-md border"
      >
        <table className="w-full text-left text-xs">
          <thead className="sticky top-0 bg-sunken text-muted">
            <tr>
              <th scope="col" className="px-3 py-1.5 font-medium">
                {t('line')}
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                {t('column')}
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                {t('reason')}
              </th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, message }) => (
              <tr key={`${line} ${column} ${message}`} className="border-t align-top">
                <td className="tabular px-3 py-1.5">{line}</td>
                <td className="wrap-anywhere px-3 py-1.5 font-mono">{column}</td>
                <td className="wrap-anywhere px-3 py-1.5">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problems.length < problemCount && (
        <p className="mt-1.5 text-muted text-xs">{t('more', { count: problemCount - problems.length })}</p>
      )}
    </div>
  );
}
