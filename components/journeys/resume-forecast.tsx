// What a plan would set off in the day that follows, hour by hour: bars for eyes, numbers for everybody.
'use client';

import { useTranslations } from 'next-intl';
import type { Forecast } from '@/lib/core/journey/resume-forecast';

const WIDTH = 240;
const HEIGHT = 48;
const GAP = 2;

export function ResumeForecast({ forecast }: { forecast: Forecast }) {
  const t = useTranslations('versions.resume');
  const { atOnce, expired, perHour, later } = forecast;
  const busiest = Math.max(...perHour);
  return (
    <figure className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2.5">
      <figcaption className="text-muted text-xs">{t('forecast')}</figcaption>
      <Bars perHour={perHour} busiest={busiest} />
      <table className="sr-only">
        <tbody>
          {perHour.map((count, hour) => (
            // Hours have no name but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row is about
            <tr key={hour}>
              <th scope="row">{t('hour', { hour: hour + 1 })}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="tabular text-sm">
        {t('summary', { atOnce, expired, busiest, later })}
      </p>
    </figure>
  );
}

function Bars({ perHour, busiest }: { perHour: readonly number[]; busiest: number }) {
  const step = WIDTH / perHour.length;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-12 w-full"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {perHour.map((count, hour) => {
        const height = busiest === 0 ? 1 : Math.max(1, (count / busiest) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the bar is about
            key={hour}
            x={hour * step}
            y={HEIGHT - height}
            width={step - GAP}
            height={height}
            className={count > 0 ? 'fill-person' : 'fill-line-strong'}
          />
        );
      })}
    </svg>
  );
}
