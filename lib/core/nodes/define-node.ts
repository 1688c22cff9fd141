// The one shape of a node type's meaning. Everything the rest of the core knows about a type comes from here.
import type { z } from 'zod';
import type { ConditionNeeds } from '../condition/condition-needs';
import type { Enrollment, Moment, StepOutcome } from '../engine/enrollment';
import type { NodeRule } from '../engine/program';
import type { Problem, ProblemCode } from '../journey/problem';
import type { JsonObject } from '../json';

export type NodeFamily = 'entry' | 'flow' | 'message' | 'data';

export interface Exit {
  readonly id: string;
  /** A required exit must lead somewhere; where an optional one leads nowhere, the journey ends. */
  readonly required?: boolean;
  /** The problem of leaving a required exit open, where it has a sentence of its own. */
  readonly problem?: ProblemCode;
}

/** A problem as a node sees it: the compiler adds which node it is. */
export type NodeProblem = Omit<Problem, 'nodeId'>;

/** When somebody is let in, and what occasion that is, so that one occasion lets them in once. */
export interface Appointment {
  readonly dueAt: number;
  readonly occasion: string;
}

/** A wait that was to end at `dueAt` and stood still for `stoodMs` with its journey; in ms, `zone` is the customer's. */
export interface StoodStill {
  readonly dueAt: number;
  readonly stoodMs: number;
  readonly now: number;
  readonly zone: string;
}

export interface Visit {
  readonly enrollment: Enrollment;
  readonly moment: Moment;
}

export interface NodeDefinition<Type extends string, Data> {
  readonly type: Type;
  readonly family: NodeFamily;
  /** Schema of the stored data. Lenient: a half-typed draft parses; `parse({})` is what a fresh node holds. */
  readonly data: z.ZodType<Data>;
  /** Whether a passage may stop here. */
  readonly waits: boolean;
  /** Of a type that waits: whether nobody gets past it at once, so that a loop through it is slowed down. */
  paces?(data: Data): boolean;
  /** Names of events and signals that a visit may set off by writing attributes or making something happen. */
  setsOff?(data: Data): readonly string[];
  /** What enrolls at, or resumes, this node. */
  rule(data: Data): NodeRule[];
  /** The named ways out, in drawing order. */
  exits(data: Data): Exit[];
  /** What is wrong with the data, judged as strictly as publishing needs. */
  compile(data: Data): NodeProblem[];
  /** The data's fields that are written in Liquid, by their path. */
  templates?(data: Data): Readonly<Record<string, string>>;
  /** What a visit may keep under which name, with a sample of it; a name may still be empty. */
  saves?(data: Data): JsonObject;
  /** The data's fields that hold a web address which our server itself will call, by their path. */
  destinations?(data: Data): Readonly<Record<string, string>>;
  /** What a visit looks at beyond the moment, its rules' filters apart. */
  needs?(data: Data): ConditionNeeds;
  /** Entries by date: when the customer with these attributes is let in next, after `after` (ms); null for never. */
  appointment?(data: Data, attributes: JsonObject, zone: string, after: number): Appointment | null;
  /** The attributes an appointment depends on, besides `timezone`. */
  appointmentAttributes?(data: Data): readonly string[];
  /** What the decision says of a date that is told and cannot be used; null where it can, or where none is told. */
  unusableDate?(data: Data, attributes: JsonObject, zone: string): JsonObject | null;
  /** Of a type that may wait for the clock on the wall: when such a wait ends after all (ms); null for a length of time. */
  resumes?(data: Data, wait: StoodStill): number | null;
  /** One visit at run time: pure, synchronous, deterministic. */
  step(data: Data, visit: Visit): StepOutcome;
}

export function defineNode<const Type extends string, Data>(
  definition: NodeDefinition<Type, Data>,
): NodeDefinition<Type, Data> {
  return definition;
}
