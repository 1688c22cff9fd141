// Who is said to have decided where nobody did: the rule itself.
export const RULE_NAME = 'Experiment rule';
