// Rules of one event name in a tree by their equality tests: only branches whose value is there are ever entered.
import { type Equality, equalitiesOf } from '../condition/equalities';
import type { Facts } from '../condition/evaluate';
import { type Json, type JsonObject, valueAt } from '../json';
import type { LiveRule } from './live-rule';

interface Fork {
  readonly subject: Equality['subject'];
  readonly path: readonly string[];
  readonly byValue: Map<Json | undefined, RuleTree>;
  /** Every rule below. */
  readonly rules: LiveRule[];
}

export interface RuleTree {
  /** Every rule of the tree. */
  readonly all: LiveRule[];
  /** Rules that no further equality can rule out. */
  readonly here: LiveRule[];
  readonly forks: Map<string, Fork>;
}

export function emptyTree(): RuleTree {
  return { all: [], here: [], forks: new Map() };
}

function forkFor(tree: RuleTree, { subject, path }: Equality): Fork {
  const name = JSON.stringify([subject, path]);
  const fork = tree.forks.get(name) ?? { subject, path, byValue: new Map(), rules: [] };
  tree.forks.set(name, fork);
  return fork;
}

/** Adds a rule while the tree is being built. */
export function addToTree(tree: RuleTree, rule: LiveRule, equalities = equalitiesOf(rule.filter)): void {
  tree.all.push(rule);
  const [first, ...rest] = equalities;
  if (first === undefined) {
    tree.here.push(rule);
    return;
  }
  const fork = forkFor(tree, first);
  fork.rules.push(rule);
  for (const value of first.values) {
    const below = fork.byValue.get(value) ?? emptyTree();
    fork.byValue.set(value, below);
    addToTree(below, rule, rest);
  }
}

/** The rules whose equality tests hold; all that could match are among them, in no particular order. */
export function candidates(tree: RuleTree, facts: Facts): LiveRule[] {
  const found = [...tree.here];
  for (const { subject, path, byValue } of tree.forks.values()) {
    const value = valueAt(subject === 'property' ? facts.properties : facts.attributes, path);
    const below = byValue.get(value);
    if (below !== undefined) found.push(...candidates(below, facts));
  }
  return found;
}

/**
 * The rules that could match by what the event alone says, for whatever attributes the customer may have.
 * They come as whole lists of the index, so that a thousand rules about attributes cost one entry.
 */
export function candidateLists(tree: RuleTree, properties: JsonObject): (readonly LiveRule[])[] {
  const found: (readonly LiveRule[])[] = tree.here.length > 0 ? [tree.here] : [];
  for (const { subject, path, byValue, rules } of tree.forks.values()) {
    const below = subject === 'property' ? byValue.get(valueAt(properties, path)) : undefined;
    if (subject === 'attribute') found.push(rules);
    if (below !== undefined) found.push(...candidateLists(below, properties));
  }
  return found;
}
