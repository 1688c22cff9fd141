// The ground of a drawing: lines across with their values at the left, places below. What is drawn comes in between.
// Across everything is in percent, so that the server draws for every screen and nothing is scaled but the plot.
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { labelled, type ValueScale } from './scales';
import type { ChartPlace } from './series';

interface PlotProps {
  label: string;
  height: number;
  scale: ValueScale;
  writeTick: (value: number) => string;
  places: readonly ChartPlace[];
  /** In percent, one for each place. */
  across: readonly number[];
  children: ReactNode;
}

/** As many labels as fit side by side, on a screen and on a phone. */
const MOST_LABELS = 12;
const MOST_LABELS_PHONE = 4;

/** Of the labels a screen has, as many as fit on a phone. */
function labelledOnPhone(across: readonly number[], shown: readonly number[]): number[] {
  const among = shown.map((index) => across[index] ?? 0);
  return labelled(among, MOST_LABELS_PHONE).map((index) => shown[index] ?? 0);
}

/** What fits under the margins at both sides. */
const ROOM = 12;

/** A long label at the end would stand over the edge of its card. */
function anchorOf(label: string, across: number): 'middle' | 'end' {
  return label.length > ROOM && across > 95 ? 'end' : 'middle';
}

/** No picture to who listens, but a group: its points may be links. */
export function Plot({ label, height, scale, writeTick, places, across, children }: PlotProps) {
  const shown = labelled(across, MOST_LABELS);
  const onPhone = labelledOnPhone(across, shown);
  return (
    <div className="pt-2 pr-5 pb-6 pl-14">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset. */}
      <svg
        data-drawing
        role="group"
        aria-label={label}
        width="100%"
        height={height}
        className="block overflow-visible text-2xs"
      >
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line
              x1="0"
              x2="100%"
              y1={scale.y(tick)}
              y2={scale.y(tick)}
              className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
            />
            <text x="-8" y={scale.y(tick) + 4} textAnchor="end" className="fill-faint">
              {writeTick(tick)}
            </text>
          </g>
        ))}
        {places.map((place, index) => {
          if (!shown.includes(index)) return null;
          return (
            <text
              key={place.label}
              x={`${across[index]}%`}
              y={height + 18}
              textAnchor={anchorOf(place.label, across[index] ?? 0)}
              className={cn('fill-faint', !onPhone.includes(index) && 'max-sm:hidden')}
            >
              {place.label}
            </text>
          );
        })}
        {children}
      </svg>
    </div>
  );
}
