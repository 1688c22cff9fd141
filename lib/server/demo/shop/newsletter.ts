// The shop's letter, every second Thursday, and what readers do with it.
import type { JsonObject } from '@/lib/core/json';
import { DAY, HOUR, promotionAt } from './calendar';
import { SHOP_URL } from './catalogue';

export interface Campaign {
  readonly sentAt: number;
  readonly id: string;
  readonly subject: string;
}

const subjects: readonly (readonly string[])[] = [
  ['Quiet January, warm kitchen', 'The linen you asked for is back'],
  ['Small things for grey days', 'How we fire our stoneware'],
  ['First seeds of the year', 'Spring cleaning, gently'],
  ['A table for the long weekend', 'Pots, plants and patience'],
  ['Everything for the balcony', 'Meet the beekeepers'],
  ['Picnic weather', 'What to cook when it is too hot to cook'],
  ['Out in the garden', 'Light linen, long evenings'],
  ['A slower August', 'Jam season'],
  ['Back to the kitchen table', 'New in: Portuguese glazes'],
  ['Candles, blankets, soup', 'The evenings are drawing in'],
  ['The gift list is here', 'Our makers, at home'],
  ['Last days for Christmas post', 'Wrapping, ribbons and ginger biscuits'],
];

/** Every second Thursday at eight in the morning. */
export function campaignsBetween(from: number, until: number): Campaign[] {
  const campaigns: Campaign[] = [];
  const epochThursday = 0; // 1 January 1970 was a Thursday
  let day = Math.ceil((from / DAY - epochThursday) / 14) * 14 + epochThursday;
  for (; day * DAY + 8 * HOUR < until; day += 14) {
    const sentAt = day * DAY + 8 * HOUR;
    campaigns.push({ sentAt, id: `letter-${day / 14}`, subject: subjectAt(sentAt, day / 14) });
  }
  return campaigns;
}

function subjectAt(at: number, number: number): string {
  const promotion = promotionAt(at);
  if (promotion) return `${promotion.percent} % off until Sunday, with ${promotion.coupon}`;
  const monthly = subjects[new Date(at).getUTCMonth()] ?? [];
  return monthly[number % monthly.length] ?? 'News from Meadow & Main';
}

export function campaignProperties({ id, subject }: Campaign): JsonObject {
  return { campaign_id: id, campaign_name: 'Letter from the shop', email_subject: subject };
}

export function clickProperties(campaign: Campaign): JsonObject {
  return { ...campaignProperties(campaign), link_url: `${SHOP_URL}/letter/${campaign.id}` };
}
