// Where a figure's people are listed: as of the look the figure is of.
import type { ExperimentDetail } from '@/lib/core/api/experiment';

export function peopleLink(
  { id, phase, look }: Pick<ExperimentDetail, 'id' | 'phase' | 'look'>,
  filter: Readonly<Record<string, string>>,
): string {
  const of = look > 0 ? { look: String(look) } : {};
  return `/experiments/${id}/people?${new URLSearchParams({ ...filter, phase: String(phase), ...of })}`;
}
