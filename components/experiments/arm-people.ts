// How many of the planned people each arm is to get, by the shares that are dealt.
import { comparedArms, type PhaseDesign } from '@/lib/core/experiment/phase-design';

interface ArmPeople {
  readonly arm: string;
  readonly people: number;
}

/** Rounded up, so that the arms together are never fewer than planned; the holdout is one of them. */
export function armPeople(design: PhaseDesign, planned: number): ArmPeople[] {
  const dealt = comparedArms(design).filter(({ weight }) => weight > 0);
  const total = dealt.reduce((sum, { weight }) => sum + weight, 0);
  return dealt.map(({ id, weight }) => ({ arm: id, people: Math.ceil((planned * weight) / total) }));
}
