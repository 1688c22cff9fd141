// One type of step in the documentation, under an anchor of its own.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import { nodeCodes } from '@/lib/core/nodes/node-codes';
import { type NodeField, nodeFields } from '@/lib/core/nodes/node-fields';
import { type NodeType, nodeOf } from '@/lib/core/nodes/registry';

export function NodeEntry({ type }: { type: NodeType }) {
  const t = useTranslations('docs.nodes');
  const names = useTranslations('nodes');
  const problem = useTranslations('problems');
  const { problems, reasons } = nodeCodes[type];
  const node = nodeOf(type);
  const exits = node.exits(node.data.parse({}));
  return (
    <section
      id={type}
      aria-labelledby={`${type}-name`}
      className="scroll-mt-6 rounded-lg border bg-surface p-5 shadow-low"
    >
      <h2 id={`${type}-name`} className="font-semibold text-lg">
        {names(`${type}.name`)} <code className="ml-1 font-normal text-faint text-xs">{type}</code>
      </h2>
      <p className="mt-1 max-w-3xl text-base">{t(`types.${type}`)}</p>
      <Fields name={names(`${type}.name`)} fields={nodeFields(type)} />
      <Part title={t('exits')}>
        {exits.length === 0 ? t('noExits') : <Codes codes={exits.map(({ id }) => id)} />}
      </Part>
      <Part title={t('problems')}>
        {problems.length === 0 && t('noProblems')}
        <ul className="flex flex-col gap-1">
          {problems.map((code) => (
            <li key={code}>
              <code className="text-xs">{code}</code>{' '}
              <span className="text-muted text-sm">{plain(problem.raw(code))}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('reasons')}>
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {reasons.map((code) => (
            <li key={code}>
              <Link href={`/docs/reasons#${code}`} className="underline underline-offset-3">
                <code className="text-xs">{code}</code>
              </Link>
            </li>
          ))}
        </ul>
      </Part>
    </section>
  );
}

/** A sentence of the catalogue as it stands, its placeholders shown as dots. */
function plain(sentence: string): string {
  return sentence.replace(/\{[^{}]*\}/g, '…');
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4">
      <h3 className="mb-1 font-medium text-sm">{title}</h3>
      {children}
    </div>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-2">
      {codes.map((code) => (
        <code key={code} className="text-xs">
          {code}
        </code>
      ))}
    </span>
  );
}

function Fields({ name, fields }: { name: string; fields: readonly NodeField[] }) {
  const t = useTranslations('docs.nodes');
  if (fields.length === 0) return <Part title={t('fields')}>{t('noFields')}</Part>;
  return (
    <Part title={t('fields')}>
      {/* Wider than a phone: it scrolls by itself, with the keyboard too. */}
      <section
        aria-label={t('fieldsOf', { step: name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer
        tabIndex={0}
        className="overflow-x-auto"
      >
        <Table className="min-w-130">
          <TableHead className="max-sm:not-sr-only">
            <tr>
              <HeaderCell>{t('field')}</HeaderCell>
              <HeaderCell>{t('type')}</HeaderCell>
              <HeaderCell>{t('standard')}</HeaderCell>
              <HeaderCell>{t('limits')}</HeaderCell>
            </tr>
          </TableHead>
          <tbody>
            {fields.map(({ path, type, standard, limits }) => (
              <Row key={path}>
                <Cell>
                  <code className="text-xs">{path}</code>
                </Cell>
                <Cell>{type}</Cell>
                <Cell>
                  <code className="wrap-anywhere text-xs">{standard}</code>
                </Cell>
                <Cell className="tabular">{limits}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </section>
    </Part>
  );
}
