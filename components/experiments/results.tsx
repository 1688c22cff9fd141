// The figures of a look, in the order in which they matter. Before the first look there are none.
import type { ExperimentDetail, ExperimentLook } from '@/lib/core/api/experiment';
import { ArmsTable } from './arms-table';
import { BreakdownCard } from './breakdown-card';
import { GuardrailsCard } from './guardrails-card';
import { HealthCard } from './health-card';
import { HoldoutCard } from './holdout-card';
import { HowCard } from './how-card';
import { LooksChart } from './looks-chart';
import { SecondaryCard } from './secondary-card';
import { SharesCard } from './shares-card';

interface ResultsProps {
  experiment: ExperimentDetail;
  looks: readonly ExperimentLook[];
}

export function Results({ experiment, looks }: ResultsProps) {
  const { report } = experiment;
  if (report === null) return null;
  return (
    <>
      <ArmsTable experiment={experiment} report={report} />
      <SharesCard experiment={experiment} looks={looks} />
      <LooksChart experiment={experiment} looks={looks} />
      <HealthCard experiment={experiment} report={report} />
      <GuardrailsCard experiment={experiment} report={report} />
      <SecondaryCard experiment={experiment} report={report} />
      <BreakdownCard experiment={experiment} />
      <HoldoutCard experiment={experiment} report={report} />
      <HowCard experiment={experiment} report={report} looks={looks} />
    </>
  );
}
