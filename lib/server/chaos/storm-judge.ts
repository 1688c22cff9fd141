// Whether the notes of a journey tell a history that could have happened one by one, and whether it is what customers met.
import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/transaction';

interface Span {
  readonly revision: number;
  readonly state: string;
  readonly version: number;
}

/** Place of the orders that come when the storm is over: they must meet what it left. */
export const AFTER = 'after';

/** Of a workspace with one journey. */
export async function stormViolations(tx: Tx): Promise<{ versions: number; violations: string[] }> {
  const spans = await rows<Span>(
    tx,
    sql`select revision, state, version from journey_spans order by revision`,
  );
  const versions = spans.reduce((most, { version }) => Math.max(most, version), 0);
  const violations = [
    ...historyViolations(spans),
    ...(await noteViolations(tx, spans, versions)),
    ...(await entryViolations(tx, spans)),
    ...(await wholeViolations(tx)),
  ];
  return { versions, violations };
}

/** Live and paused take turns; a version that is new is the next one, and only publishing goes from live to live. */
function historyViolations(spans: readonly Span[]): string[] {
  let newest = 0;
  let before: Span | null = null;
  const found: string[] = [];
  for (const span of spans) {
    const isNew = span.version === newest + 1;
    const isSame = span.version === before?.version;
    const isLegal =
      span.state === 'live'
        ? isNew || (isSame && before?.state === 'paused')
        : isSame && before?.state === 'live';
    if (!isLegal) found.push(`An illegal step to ${JSON.stringify(span)} from ${JSON.stringify(before)}`);
    newest = Math.max(newest, span.version);
    before = span;
  }
  return found;
}

/** The rows of journey, versions, audit log and workspace say the same. */
async function noteViolations(tx: Tx, spans: readonly Span[], versions: number): Promise<string[]> {
  const [found] = await rows<Record<'state' | 'live' | 'stored' | 'audited' | 'revision', string | number>>(
    tx,
    sql`
      select j.state, j.live_version as live, w.rules_revision as revision,
        (select count(*)::int from journey_versions) as stored,
        (select count(*)::int from audit_log
          where action in ('journey.published', 'journey.paused', 'journey.resumed')) as audited
      from journeys j join workspaces w on w.workspace_id = j.workspace_id`,
  );
  const last = spans.at(-1);
  const wanted = {
    state: last?.state,
    live: last?.version,
    revision: last?.revision,
    stored: versions,
    audited: spans.length,
  };
  const isSame = Object.entries(wanted).every(([name, value]) => Reflect.get(found ?? {}, name) === value);
  return isSame ? [] : [`The notes say ${JSON.stringify(wanted)}, the rows ${JSON.stringify(found)}`];
}

/** Everybody entered by the version that was live when they were worked, and nobody while it was paused. */
async function entryViolations(tx: Tx, spans: readonly Span[]): Promise<string[]> {
  const met = await rows<{ id: string; revision: number; entered: number[] | null }>(
    tx,
    sql`
      select e.message_id as id, (
        select r.revision from lane_revisions r
        where r.workspace_id = e.workspace_id and r.lane = e.lane and r.after_seq < e.seq
        order by r.after_seq desc, r.revision desc limit 1
      ) as revision, (
        select json_agg(n.version) from enrollments n
        where n.workspace_id = e.workspace_id and n.trigger ->> 'messageId' = e.message_id
      ) as entered
      from events e`,
  );
  return met.flatMap(({ id, revision, entered }) => {
    const isAfter = id.includes(AFTER);
    const span = isAfter ? spans.at(-1) : spans.findLast((one) => one.revision <= revision);
    const wanted = span?.state === 'live' ? [span.version] : [];
    const isSame = JSON.stringify(entered ?? []) === JSON.stringify(wanted);
    return isSame ? [] : [`${id} met ${JSON.stringify(span)} and entered ${JSON.stringify(entered)}`];
  });
}

/** A day later everybody is through: their last decision says so, and none is lost between two. */
async function wholeViolations(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string; status: string; codes: string }>(
    tx,
    sql`
      select n.id, n.status, string_agg(d.code, ' ' order by d.seq) as codes
      from enrollments n
      left join decisions d on d.workspace_id = n.workspace_id and d.enrollment_id = n.id and d.code <> 'wait-shifted'
      group by n.id, n.status
      having n.status <> 'ended'
        or string_agg(d.code, ' ' order by d.seq) is distinct from 'entered delay-started delay-over exit-reached'`,
  );
  return found.map((one) => `I7 not whole: ${JSON.stringify(one)}`);
}
