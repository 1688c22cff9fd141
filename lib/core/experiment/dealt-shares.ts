// What each arm really gets: what paused arms would have got goes to the others, in proportion.

/** Arms in their order, the shares again adding up to a hundred; all 0 where every arm is paused. */
export function dealtShares<Arm extends { readonly id: string; readonly percent: number }>(
  arms: readonly Arm[],
  paused: readonly string[],
): Arm[] {
  if (paused.length === 0) return [...arms];
  const left = arms.filter(({ id }) => !paused.includes(id)).reduce((sum, { percent }) => sum + percent, 0);
  return arms.map((arm) => {
    const percent = paused.includes(arm.id) || left <= 0 ? 0 : (arm.percent * 100) / left;
    return { ...arm, percent };
  });
}
