// The journeys the demo shop starts with.
import { abandonedBasket } from './abandoned-basket';
import { afterPurchase } from './after-purchase';
import type { DemoJourney } from './drawing';
import { secondLook } from './second-look';
import { welcome } from './welcome';
import { winBack } from './win-back';

/** The last one is published last and so stands first in the list. */
export const demoJourneys: readonly DemoJourney[] = [
  secondLook,
  winBack,
  afterPurchase,
  abandonedBasket,
  welcome,
];
