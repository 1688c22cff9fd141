// The classes of each chart colour, written out so that the style sheet holds them.
import type { ChartTone } from './series';

interface Look {
  readonly stroke: string;
  readonly fill: string;
  readonly swatch: string;
}

export const seriesLook: Readonly<Record<ChartTone, Look>> = {
  accent: { stroke: 'stroke-accent', fill: 'fill-accent', swatch: 'bg-accent' },
  person: { stroke: 'stroke-person', fill: 'fill-person', swatch: 'bg-person' },
  flow: { stroke: 'stroke-flow', fill: 'fill-flow', swatch: 'bg-flow' },
  data: { stroke: 'stroke-data', fill: 'fill-data', swatch: 'bg-data' },
  message: { stroke: 'stroke-message', fill: 'fill-message', swatch: 'bg-message' },
  entry: { stroke: 'stroke-entry', fill: 'fill-entry', swatch: 'bg-entry' },
  webhook: { stroke: 'stroke-webhook', fill: 'fill-webhook', swatch: 'bg-webhook' },
  sms: { stroke: 'stroke-sms', fill: 'fill-sms', swatch: 'bg-sms' },
  neutral: { stroke: 'stroke-faint', fill: 'fill-faint', swatch: 'bg-faint' },
};
