// The charts of one segment: its size over time, what it is made of, and what it shares with others.
'use client';

import type { SegmentDetail } from '@/lib/core/api/segment';
import { CompositionChart } from './composition-chart';
import { HistoryCharts } from './history-charts';
import { OverlapChart } from './overlap-chart';

export function SegmentCharts({ segment }: { segment: SegmentDetail }) {
  return (
    <div className="flex flex-col gap-4">
      <HistoryCharts id={segment.id} />
      <CompositionChart segment={segment} />
      <OverlapChart segment={segment} />
    </div>
  );
}
