// How many segments a text message costs, and in which alphabet it travels.
import { SegmentedMessage } from 'sms-segments-calculator';

export interface Segments {
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

/** One character outside GSM 03.38, such as `ç` or an emoji, turns the whole message to UCS-2 and halves what fits. */
export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text, 'auto');
  return { segments: message.segmentsCount, encoding: message.encodingName };
}
