// Where the report on the holdout is, and the people behind each of its figures.
import type { HoldoutPeopleQuery } from '@/lib/core/api/holdout';

export type HoldoutView = HoldoutPeopleQuery['view'];

export type HoldoutFigure = Partial<Pick<HoldoutPeopleQuery, 'month' | 'view' | 'side' | 'who'>>;

/** Which report: a span, as of a moment, so that people are those it counted. */
export interface ReportRef {
  readonly span: number | null;
  readonly until: string | undefined;
}

export const holdoutAddress = (asked: { span?: number | null | undefined; view?: HoldoutView }): string =>
  withSearch('/experiments/holdout', asked);

export const behindHoldout = ({ span, until }: ReportRef, figure: HoldoutFigure): string =>
  withSearch('/experiments/holdout/people', { span, ...figure, asOf: until });

function withSearch(path: string, values: object): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
