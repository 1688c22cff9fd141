// All that the naive model knows: the drawings, the customers, where everybody is, and what has been decided.
import type { Facts, PastEvent, Product } from '../condition/evaluate';
import { NO_RECORDS, type Records } from '../condition/record-test';
import type { BatchCommand, BatchDecision } from '../engine/batch';
import type { Emission, Enrollment } from '../engine/enrollment';
import type { NodeId } from '../engine/program';
import type { LiveSegment } from '../engine/segment-index';
import type { Id } from '../id';
import type { JourneyDocument, JourneyNode } from '../journey/document';
import type { JsonObject } from '../json';
import type { Happening } from './naive-hear';
import type { NaiveChange } from './naive-segments';
import type { PublishedDrawing } from './published-drawing';

export interface NaiveAppointment {
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly nodeId: NodeId;
  readonly dueAt: number;
  readonly occasion: string;
}

export class NaiveWorld {
  readonly attributes = new Map<Id<'cus'>, JsonObject>();
  readonly enrollments = new Map<Id<'enr'>, Enrollment>();
  readonly decisions: BatchDecision[] = [];
  readonly commands: BatchCommand[] = [];
  segments: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  products: ReadonlyMap<string, Product> = new Map();
  drawings: readonly PublishedDrawing[] = [];

  /** Segments whose members are kept by a condition, each behind those it is built on. */
  definitions: readonly LiveSegment[] = [];
  readonly members = new Map<Id<'cus'>, Set<string>>();
  /** When a customer's segments were last asked (ms). */
  readonly askedAt = new Map<Id<'cus'>, number>();
  /** Every coming and going, in order. */
  readonly changes: NaiveChange[] = [];

  /** When somebody is to be let in by date or schedule, one for each customer and trigger. */
  readonly appointments = new Map<string, NaiveAppointment>();
  /** The arms that each customer was dealt. */
  readonly arms = new Map<Id<'cus'>, Records['arms']>();
  /** The newest word of a customer on each channel. */
  readonly consents = new Map<Id<'cus'>, Records['consents']>();
  readonly past = new Map<Id<'cus'>, PastEvent[]>();
  /** What has been set off and has not happened yet. */
  readonly queue: Happening[] = [];
  /** How much has followed so far from what is happening. */
  followed = 0;
  /** What the walk that is going on makes happen, once it has come to its end. */
  readonly emissions: { readonly visited: Enrollment; readonly emit: Emission }[] = [];

  attributesOf(customerId: Id<'cus'>): JsonObject {
    return this.attributes.get(customerId) ?? {};
  }

  membersOf(customerId: Id<'cus'>): Set<string> {
    const own = this.members.get(customerId) ?? new Set();
    this.members.set(customerId, own);
    return own;
  }

  tell(customerId: Id<'cus'>, traits: JsonObject): void {
    const all = { ...this.attributesOf(customerId), ...traits };
    for (const [name, value] of Object.entries(all)) if (value === null) delete all[name];
    this.attributes.set(customerId, all);
  }

  waiting(customerId?: Id<'cus'>): Enrollment[] {
    const everyone = [...this.enrollments.values()].filter(({ status }) => status === 'waiting');
    return everyone.filter((enrollment) => customerId === undefined || enrollment.customerId === customerId);
  }

  documentOf({ journeyId, version }: Enrollment): JourneyDocument | undefined {
    const own = this.drawings.find(
      (drawing) => drawing.journeyId === journeyId && drawing.version === version,
    );
    return own?.document;
  }

  nodeOf(enrollment: Enrollment): JourneyNode | undefined {
    return this.documentOf(enrollment)?.nodes.find(({ id }) => id === enrollment.nodeId);
  }

  /** What a condition may look at, on behalf of somebody inside. */
  factsFor(enrollment: Enrollment, properties: JsonObject, now: number): Facts {
    const { customerId, saved, enteredAt, trigger } = enrollment;
    return {
      ...this.factsAbout(customerId, properties, now),
      saved,
      enteredAt,
      enteredBy: trigger.messageId,
    };
  }

  /** The same for somebody who is in no journey. */
  factsAbout(customerId: Id<'cus'>, properties: JsonObject, now: number): Facts {
    return {
      customerId,
      attributes: this.attributesOf(customerId),
      properties,
      saved: {},
      now,
      enteredAt: null,
      past: this.past.get(customerId) ?? [],
      segments: new Set([...(this.segments.get(customerId) ?? []), ...this.membersOf(customerId)]),
      products: this.products,
      records: {
        ...NO_RECORDS,
        consents: this.consents.get(customerId) ?? {},
        arms: this.arms.get(customerId) ?? [],
        passages: [...this.enrollments.values()].filter((one) => one.customerId === customerId),
      },
    };
  }
}
