// Coupons, lists, dates, schedules, webhooks, publish plans and resuming, in shops where every named point breaks.

import { shopStorm } from './shop-storm';
import { openStand } from './stand';
import type { SuitePlan, SuiteReport } from './suite';

export async function shopSuite({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { shops = 0 } = numbers;
  const stand = await openStand(engine);
  const figures: Record<string, number> = {};
  const violations: string[] = [];
  try {
    for (let shop = 0; shop < shops; shop += 1) {
      const report = await shopStorm(stand, seed * 101 + shop);
      violations.push(...report.violations.map((sentence) => `shop ${shop}: ${sentence}`));
      for (const [name, value] of Object.entries(report.figures))
        figures[name] = (figures[name] ?? 0) + value;
      await stand.renew();
    }
  } finally {
    await stand.close();
  }
  const unmet = Object.keys(figures).filter((name) => figures[name] === 0);
  return { figures, violations: [...violations, ...unmet.map((name) => `T17 never met: ${name}`)] };
}
