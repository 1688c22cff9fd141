// The working copy of a batch: every customer's state while events and timers are applied to it.
import type { Id } from '../id';
import { isSameJson, type JsonObject } from '../json';
import { advance } from './advance';
import type { Batch, BatchCommand, BatchDecision, BatchOutcome, NodeCount } from './batch';
import type { Enrollment, Moment } from './enrollment';
import { getProgram, type RuleIndex } from './rule-index';

/** One customer's state. `open` holds the enrollments that wait, by id. */
export interface CustomerState {
  readonly id: Id<'cus'>;
  readonly before: JsonObject;
  attributes: JsonObject;
  readonly open: Map<Id<'enr'>, Enrollment>;
  readonly entered: Set<Id<'jrn'>>;
}

export interface Ledger {
  readonly index: RuleIndex;
  readonly customers: Map<Id<'cus'>, CustomerState>;
  readonly touched: Map<Id<'enr'>, Enrollment>;
  readonly decisions: BatchDecision[];
  readonly commands: BatchCommand[];
  readonly counts: Map<string, NodeCount>;
}

export function openLedger({ index, customers, enrollments, enteredBefore }: Batch): Ledger {
  const ledger: Ledger = {
    index,
    customers: new Map(),
    touched: new Map(),
    decisions: [],
    commands: [],
    counts: new Map(),
  };
  for (const [id, attributes] of customers) stateOf(ledger, id, attributes);
  for (const enrollment of enrollments) {
    const state = stateOf(ledger, enrollment.customerId);
    state.open.set(enrollment.id, enrollment);
    state.entered.add(enrollment.journeyId);
  }
  for (const { customerId, journeyId } of enteredBefore) stateOf(ledger, customerId).entered.add(journeyId);
  return ledger;
}

/** The state of a customer; one that was not loaded has no attributes, because nothing in the batch looks at them. */
export function stateOf(ledger: Ledger, id: Id<'cus'>, before: JsonObject = {}): CustomerState {
  const known = ledger.customers.get(id);
  if (known !== undefined) return known;
  const state = { id, before, attributes: before, open: new Map(), entered: new Set<Id<'jrn'>>() };
  ledger.customers.set(id, state);
  return state;
}

function count(ledger: Ledger, journeyId: Id<'jrn'>, nodeId: NodeCount['nodeId']): void {
  const place = `${journeyId}/${nodeId}`;
  const passed = (ledger.counts.get(place)?.passed ?? 0) + 1;
  ledger.counts.set(place, { journeyId, nodeId, passed });
}

/** Moves one enrollment on and notes everything that follows. Its version must be a live one. */
export function move(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  moment: Omit<Moment, 'attributes'>,
): void {
  const program = getProgram(ledger.index, enrollment);
  const advanced = advance(program, enrollment, { ...moment, attributes: state.attributes });
  const { id: enrollmentId, customerId, journeyId, version } = enrollment;
  const whose = { customerId, journeyId, version, enrollmentId };
  ledger.decisions.push(...advanced.decisions.map((decision) => ({ ...decision, ...whose })));
  ledger.commands.push(...advanced.commands.map((command) => ({ ...command, ...whose })));
  for (const nodeId of advanced.passed) count(ledger, journeyId, nodeId);
  state.attributes = advanced.attributes;
  ledger.touched.set(enrollmentId, advanced.enrollment);
  if (advanced.enrollment.status === 'waiting') state.open.set(enrollmentId, advanced.enrollment);
  else state.open.delete(enrollmentId);
}

export function closeLedger({ customers, touched, decisions, commands, counts }: Ledger): BatchOutcome {
  const changed = [...customers.values()].filter(({ before, attributes }) => !isSameJson(before, attributes));
  const enrollments = [...touched.values()];
  return {
    customers: new Map(changed.map(({ id, attributes }) => [id, attributes])),
    enrollments: [
      ...enrollments.filter(({ status }) => status === 'ended'),
      ...enrollments.filter(({ status }) => status === 'waiting'),
    ],
    decisions,
    commands,
    nodeCounts: [...counts.values()],
  };
}
