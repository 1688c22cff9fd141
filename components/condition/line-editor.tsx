// Any line of a condition, with the editor of its kind.
'use client';

import type { Leaf } from '@/lib/core/condition/condition';
import { ArmTestEditor } from './arm-test-editor';
import { ConsentTestEditor } from './consent-test-editor';
import { DateTestEditor } from './date-test-editor';
import { EventTestEditor } from './event-test-editor';
import { JourneyTestEditor } from './journey-test-editor';
import type { LineEditorProps } from './line';
import { MessageTestEditor } from './message-test-editor';
import { ProductTestEditor } from './product-test-editor';
import { SampleTestEditor } from './sample-test-editor';
import { SegmentTestEditor } from './segment-test-editor';
import { SequenceTestEditor } from './sequence-test-editor';
import { TestEditor } from './test-editor';

export function LineEditor({ value, ...rest }: LineEditorProps<Leaf>) {
  switch (value.type) {
    case 'test':
      return <TestEditor value={value} {...rest} />;
    case 'event':
      return <EventTestEditor value={value} {...rest} />;
    case 'segment':
      return <SegmentTestEditor value={value} {...rest} />;
    case 'consent':
      return <ConsentTestEditor value={value} {...rest} />;
    case 'journey':
      return <JourneyTestEditor value={value} {...rest} />;
    case 'message':
      return <MessageTestEditor value={value} {...rest} />;
    case 'arm':
      return <ArmTestEditor value={value} {...rest} />;
    case 'date':
      return <DateTestEditor value={value} {...rest} />;
    case 'sequence':
      return <SequenceTestEditor value={value} {...rest} />;
    case 'sample':
      return <SampleTestEditor value={value} {...rest} />;
    case 'product':
      return <ProductTestEditor value={value} {...rest} />;
  }
}
