// Parts of an experiment's people, arm by arm: what each brought, of how many, and how unlikely that is by chance.
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Definition } from '@/components/charts/definition';
import { ExportMenu } from '@/components/charts/export-menu';
import { cn } from '@/components/ui/cn';
import { Cell, Row } from '@/components/ui/table';
import type { ExperimentBreakdown, ExperimentDetail } from '@/lib/core/api/experiment';
import { ArmColumns } from './arm-columns';
import { peopleLink } from './people-link';
import { useArmName } from './use-arm-name';
import { useFigures } from './use-figures';

type PartFigures = Pick<ExperimentBreakdown['segments'][number], 'isThin' | 'arms'>;
type Filter = Readonly<Record<string, string>>;

interface Part extends PartFigures {
  readonly id: string;
  readonly name: string;
  /** Where the part itself is shown. */
  readonly href?: string;
  readonly filter: Filter;
}

interface PartsTableProps {
  experiment: ExperimentDetail;
  title: string;
  parts: readonly Part[];
}

export function PartsTable({ experiment, title, parts }: PartsTableProps) {
  const t = useTranslations('experiments.breakdown');
  const nameOf = useArmName(experiment.arms);
  const found = new Set(parts.flatMap((part) => part.arms.map(({ arm }) => arm)));
  // In the order of all other tables, whoever the first part has.
  const arms = [...new Set([...experiment.arms.map(({ id }) => id), ...found])].filter((arm) =>
    found.has(arm),
  );
  const columns = (['part', 'arm', 'value', 'counted', 'converted', 'difference', 'adjustedP'] as const).map(
    (one) => t(`columns.${one}`),
  );
  const rows = parts.flatMap((part) =>
    part.arms.map(({ arm, value, counted, converted, difference, adjustedP }) => [
      ...[part.name, nameOf(arm), value, counted, converted, difference, adjustedP],
    ]),
  );
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-1 flex items-center justify-end gap-1">
        <Definition title={title} text={t('definition')} />
        <ExportMenu title={title} figures={{ columns, rows }} />
      </figcaption>
      <ArmColumns experiment={experiment} arms={arms}>
        {parts.map((part) => (
          <PartRow key={part.id} {...{ experiment, part, arms }} />
        ))}
      </ArmColumns>
    </figure>
  );
}

interface PartRowProps {
  experiment: ExperimentDetail;
  part: Part;
  arms: readonly string[];
}

function PartRow({ experiment, part: { name, href, isThin, arms: own, filter }, arms }: PartRowProps) {
  const t = useTranslations('experiments.breakdown');
  return (
    <Row className={cn(isThin && 'text-faint')}>
      <Cell>
        {href === undefined && name}
        {href !== undefined && (
          <Link className="underline-offset-2 hover:underline" href={href}>
            {name}
          </Link>
        )}
        {isThin && <span className="block text-xs">{t('thin')}</span>}
      </Cell>
      {arms.map((arm) => (
        <Cell key={arm} isNumeric>
          <ArmFigure {...{ experiment, filter }} found={own.find((one) => one.arm === arm)} />
        </Cell>
      ))}
    </Row>
  );
}

interface ArmFigureProps {
  experiment: ExperimentDetail;
  found: PartFigures['arms'][number] | undefined;
  filter: Filter;
}

function ArmFigure({ experiment, found, filter }: ArmFigureProps) {
  const t = useTranslations('experiments.breakdown');
  const { count, share, value, fine } = useFigures();
  if (!found) return '–';
  const isRate = experiment.design.metric.measure === 'converted';
  return (
    <>
      {isRate ? share(found.value) : value(found.value)}
      <span className="block whitespace-nowrap text-muted text-xs">
        <Link
          className="underline-offset-2 hover:underline"
          href={peopleLink(experiment, { arm: found.arm, ...filter })}
        >
          {t('people', { count: found.counted, people: count(found.counted) })}
        </Link>
        {found.adjustedP !== null && ` · ${t('p', { p: fine(found.adjustedP) })}`}
      </span>
    </>
  );
}
