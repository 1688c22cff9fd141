// Evan Miller's sum ("Formulas for Bayesian A/B testing"): the exact chance that one rate beats another, to hold integrals to.

import betaln from '@stdlib/math-base-special-betaln';

const HUGE = 1e200;

interface Shape {
  readonly a: number;
  readonly b: number;
}

/** P(X_second > X_first) for beta distributions whose `second.a` is a whole number: Σ_{i < a₂} B(a₁ + i, b₁ + b₂) / ((b₂ + i)·B(1 + i, b₂)·B(a₁, b₁)). */
export function millerChance(first: Shape, second: Shape): number {
  const both = first.b + second.b;
  let scale = betaln(first.a, both) - betaln(first.a, first.b);
  let term = 1;
  let sum = 0;
  for (let i = 0; i < second.a; i += 1) {
    sum += term;
    term *= ((first.a + i) * (second.b + i)) / ((first.a + both + i) * (1 + i));
    if (sum > HUGE) {
      sum /= HUGE;
      term /= HUGE;
      scale += Math.log(HUGE);
    }
  }
  return sum * Math.exp(scale);
}
