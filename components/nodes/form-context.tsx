// What every field of a form may know about its node without asking a server: problems, suggestions, whether it may change.
'use client';

import { createContext, use } from 'react';
import type { SegmentChoice } from '@/components/condition/segment-name';
import type { SeenKind } from '@/lib/core/api/seen';
import type { Id } from '@/lib/core/id';
import type { Problem } from '@/lib/core/journey/problem';

/** What was seen lately, to choose from instead of typing. Anything else may be typed all the same. */
export interface Suggestions {
  readonly events: readonly Suggestion[];
  /** Dotted paths into the properties of the event at hand. */
  readonly properties: readonly Suggestion[];
  /** Dotted paths into a customer's attributes. */
  readonly attributes: readonly Suggestion[];
  /** Dotted paths into the properties of the events that conditions of the form name. */
  readonly propertiesOf: Readonly<Record<string, readonly Suggestion[]>>;
  /** What steps of the journey keep for later. */
  readonly saved: readonly Suggestion[];
  readonly segments: readonly SegmentChoice[];
  readonly skus: readonly Suggestion[];
  /** Journeys that another one can start. */
  readonly journeys: readonly Choice<Id<'jrn'>>[];
  readonly couponPools: readonly Choice<Id<'cpl'>>[];
}

/** Something the workspace has, under the name people gave it. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

export interface Suggestion {
  readonly value: string;
  /** A sample value, or how often it was seen. */
  readonly hint?: string;
  /** Of an attribute or a property: the kinds of value and the values seen there, the most common first. */
  readonly kinds?: readonly SeenKind[];
  readonly values?: readonly (string | number | boolean)[];
}

export interface NodeFormContext {
  readonly problems: readonly Problem[];
  /** Whether fields show their problem before they were visited. */
  readonly isStrict: boolean;
  readonly isReadOnly: boolean;
  /** False where nobody has entered yet, so that nothing can have happened since. */
  readonly hasPassage: boolean;
  /** False where a condition is about customers at any time, so that there is no event to look into. */
  readonly hasEvent?: boolean;
  /** The journey of the step, where the page's address does not name it. */
  readonly journeyId?: string;
  readonly suggestions: Suggestions;
}

export const noSuggestions: Suggestions = {
  events: [],
  properties: [],
  attributes: [],
  propertiesOf: {},
  saved: [],
  segments: [],
  skus: [],
  journeys: [],
  couponPools: [],
};

const FormContext = createContext<NodeFormContext>({
  problems: [],
  isStrict: false,
  isReadOnly: false,
  hasPassage: true,
  suggestions: noSuggestions,
});

export const NodeFormProvider = FormContext;

export function useNodeForm(): NodeFormContext {
  return use(FormContext);
}
