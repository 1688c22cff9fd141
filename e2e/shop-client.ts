// A shop's own client, whose wall clock goes with the product's however far tests have moved it: else its events would
// seem to be days old.
import { Analytics, type IdentifyParams, type TrackParams } from '@segment/analytics-node';

let travelledMs = 0;

export function setClientClock(serverNow: string): void {
  travelledMs = Date.parse(serverNow) - Date.now();
}

export class ShopClient extends Analytics {
  override track(event: TrackParams): void {
    super.track({ timestamp: wallClock(), ...event });
  }

  override identify(customer: IdentifyParams): void {
    super.identify({ timestamp: wallClock(), ...customer });
  }
}

const wallClock = () => new Date(Date.now() + travelledMs);
