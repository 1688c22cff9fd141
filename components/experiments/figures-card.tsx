// A card of figures that tells on hover how they are reckoned, and lets them be taken away as CSV and PNG.
import type { ReactNode } from 'react';
import type { Figures } from '@/components/charts/csv';
import { Definition } from '@/components/charts/definition';
import { ExportMenu } from '@/components/charts/export-menu';
import { Card, CardHeader } from '@/components/ui/card';

interface FiguresCardProps {
  title: string;
  description?: string;
  definition: string;
  figures: Figures;
  /** What is marked `data-drawing` becomes the picture. */
  children: ReactNode;
}

export function FiguresCard({ title, description, definition, figures, children }: FiguresCardProps) {
  return (
    <Card className="mb-5">
      <figure className="m-0 min-w-0">
        <CardHeader
          title={title}
          description={description}
          actions={
            <span className="flex items-center gap-1">
              <Definition title={title} text={definition} />
              <ExportMenu title={title} figures={figures} />
            </span>
          }
        />
        {children}
      </figure>
    </Card>
  );
}
