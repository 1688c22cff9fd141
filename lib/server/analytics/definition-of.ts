// The definition that an address asks for, or the field that makes no sense.
import type { RetentionQuery } from '@/lib/core/api/analytics';
import { ok, type Result } from '@/lib/core/result';
import { RetentionDefinition } from '@/lib/core/retention/definition';
import { addPeriods, periodOf } from '@/lib/core/retention/period';
import { parseJson } from '../ingest/parse-json';
import { type CodedRefusal, refusal } from '../refusal';

/** @param asOf the report's moment (ms): where no first cohort is named, the last one is its period */
export function definitionOf(
  query: RetentionQuery,
  asOf: number,
  zone: string,
): Result<RetentionDefinition, CodedRefusal> {
  const startWhere = testsOf('startWhere', query.startWhere);
  if (!startWhere.ok) return startWhere;
  const returnsWhere = testsOf('returnsWhere', query.returnsWhere);
  if (!returnsWhere.ok) return returnsWhere;
  const { cohort, measure, clock, unit, cohorts, periods } = query;
  const parsed = RetentionDefinition.safeParse({
    ...{ cohort, measure, clock, unit, cohorts, periods },
    start: { event: query.start, where: startWhere.value },
    returns: { event: query.returns, where: returnsWhere.value },
    brackets: bracketsOf(query),
    from: query.from ?? addPeriods(periodOf(asOf, unit, zone), unit, 1 - cohorts),
    split: splitOf(query),
  });
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return invalid(fieldOf(issue?.path[0]), issue?.message ?? '');
}

function testsOf(field: string, text: string | undefined): Result<unknown, CodedRefusal> {
  if (text === undefined) return ok([]);
  const json = parseJson(text);
  return json.ok ? ok(json.value) : invalid(field, 'must be JSON');
}

function bracketsOf({ measure, brackets = '' }: RetentionQuery) {
  if (measure !== 'brackets' || brackets === '') return [];
  return brackets.split(',').map((span) => span.split('-').map(Number));
}

function splitOf({ by, ids, arms, membership }: RetentionQuery) {
  if (by === undefined) return null;
  const given = listOf(ids);
  if (by === 'experiment') return { by, id: given[0], arms: listOf(arms) };
  return by === 'segment' ? { by, ids: given, at: membership } : { by, ids: given };
}

const listOf = (text = '') => text.split(',').filter((part) => part !== '');

const fields = new Map<PropertyKey | undefined, string>([
  ['start', 'startWhere'],
  ['returns', 'returnsWhere'],
  ['split', 'ids'],
  ['brackets', 'brackets'],
]);

const fieldOf = (name: PropertyKey | undefined) => fields.get(name) ?? 'from';

function invalid(field: string, what: string) {
  return refusal('invalid-field', { detail: `${field}: ${what}.`, field });
}
