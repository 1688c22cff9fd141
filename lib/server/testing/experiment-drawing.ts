// A journey with an experiment, for tests: on the event one of two letters, or with a holdout none.
import { JourneyDocument } from '@/lib/core/journey/document';

interface Drawing {
  readonly event?: string;
  readonly holdoutPercent?: number;
  readonly percents?: readonly [number, number];
  readonly subject?: string;
  /** What the first arm waits before it writes. */
  readonly waitHours?: number;
  readonly design?: object;
}

export function experimentDrawing({
  event = 'Signed Up',
  holdoutPercent = 0,
  percents = [50, 50],
  subject = 'Warm words',
  waitHours = 0,
  design = {},
}: Drawing = {}): JourneyDocument {
  const [a, b] = percents;
  const arms = [
    { id: 'a', name: 'Plain', percent: a },
    { id: 'b', name: 'Warm', percent: b },
  ];
  const letter = (id: string, line: string) => ({
    id,
    type: 'send-email',
    data: { subject: line, body: 'Hello', kind: 'transactional' },
  });
  const wait = { id: 'nod_wait', type: 'delay', data: { amount: waitHours, unit: 'hours' } };
  const toPlain = waitHours > 0 ? 'nod_wait' : 'nod_plain';
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event } },
      {
        id: 'nod_test',
        type: 'experiment-split',
        name: 'Warm or plain',
        data: { arms, holdoutPercent, design },
      },
      ...(waitHours > 0 ? [wait] : []),
      letter('nod_plain', 'Plain words'),
      letter('nod_warm', subject),
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_test' },
      { from: 'nod_test', exit: 'a', to: toPlain },
      { from: 'nod_test', exit: 'b', to: 'nod_warm' },
      ...(waitHours > 0 ? [{ from: 'nod_wait', exit: 'next', to: 'nod_plain' }] : []),
    ],
    settings: { reentry: 'unlimited' },
  });
}
