// Where the people behind a bar are; a bar of nothing leads nowhere.
import type { SegmentPeopleQuery } from '@/lib/core/api/segment-charts';

type Figure = SegmentPeopleQuery['figure'];

export function figureAddress(id: string, figure: Figure, value: string, count: number): { href?: string } {
  if (count === 0) return {};
  return { href: `/segments/${id}/people?${new URLSearchParams({ figure, value })}` };
}
