// The figures of a look, in the order in which they matter. Before the first look there are none.
import type { ExperimentDetail, ExperimentLook } from '@/lib/core/api/experiment';
import { ArmsTable } from './arms-table';
import { GuardrailsCard } from './guardrails-card';
import { HealthCard } from './health-card';
import { HoldoutCard } from './holdout-card';
import { HowCard } from './how-card';
import { LooksChart } from './looks-chart';

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
      <LooksChart experiment={experiment} looks={looks} />
      <HealthCard experiment={experiment} report={report} />
      <GuardrailsCard experiment={experiment} report={report} />
      <HoldoutCard experiment={experiment} report={report} />
      <HowCard experiment={experiment} report={report} looks={looks} />
    </>
  );
}
