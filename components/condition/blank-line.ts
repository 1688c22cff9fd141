// What a new line of a condition starts as.
import {
  ArmTest,
  ConsentTest,
  DateTest,
  EventTest,
  type Group,
  JourneyTest,
  type Leaf,
  MessageTest,
  ProductTest,
  SampleTest,
  SegmentTest,
  SequenceTest,
  type Test,
} from '@/lib/core/condition/condition';

/** What a line can be about, in the order in which it is offered. */
export const lineKinds = [
  ...(['test', 'event', 'sequence', 'date', 'segment', 'consent', 'message', 'journey'] as const),
  ...(['arm', 'sample', 'product'] as const),
] as const;
export type LineKind = (typeof lineKinds)[number];

export function blankTest(subject: Test['subject']): Test {
  return { type: 'test', subject, path: [], operator: 'equals', value: '' };
}

export function blankLine(kind: LineKind, subject: Test['subject']): Leaf {
  switch (kind) {
    case 'test':
      return blankTest(subject);
    case 'event':
      return EventTest.parse({ type: kind });
    case 'segment':
      return SegmentTest.parse({ type: kind });
    case 'consent':
      return ConsentTest.parse({ type: kind });
    case 'journey':
      return JourneyTest.parse({ type: kind });
    case 'message':
      return MessageTest.parse({ type: kind });
    case 'arm':
      return ArmTest.parse({ type: kind });
    case 'date':
      return DateTest.parse({ type: kind });
    case 'sequence':
      return SequenceTest.parse({ type: kind });
    case 'sample':
      return SampleTest.parse({ type: kind });
    case 'product':
      return ProductTest.parse({ type: kind });
  }
}

export function blankGroup(subject: Test['subject']): Group {
  return { type: 'any', of: [blankTest(subject)] };
}
