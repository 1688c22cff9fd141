// A part of the persona that lists shares of people: a card whose figures can be taken away.
import type { ReactNode } from 'react';
import type { Figures } from '@/components/charts/csv';
import { ExportMenu } from '@/components/charts/export-menu';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { SegmentDetail } from '@/lib/core/api/segment';
import type { SegmentPersona } from '@/lib/core/api/segment-charts';

export interface PersonaPartProps {
  segment: SegmentDetail;
  persona: SegmentPersona;
}

interface PartProps {
  title: string;
  description: string;
  figures: Figures;
  /** Shown where there is nothing to list. */
  none?: string;
  children: ReactNode;
}

export function PersonaPart({ title, description, figures, none, children }: PartProps) {
  const isEmpty = figures.rows.length === 0;
  return (
    <figure className="m-0 min-w-0">
      <Card>
        <CardHeader
          title={title}
          description={description}
          actions={isEmpty ? null : <ExportMenu title={title} figures={figures} />}
        />
        <CardBody>
          {isEmpty ? <p className="text-muted text-sm">{none}</p> : <div data-drawing>{children}</div>}
        </CardBody>
      </Card>
    </figure>
  );
}
