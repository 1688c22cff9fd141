// What a retention report can be split by, as its form offers it.
export interface SplitChoices {
  readonly segments: readonly NamedChoice[];
  readonly journeys: readonly NamedChoice[];
  readonly experiments: readonly ExperimentChoice[];
}

export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

interface ExperimentChoice extends NamedChoice {
  readonly journeyName: string;
  /** The holdout has no name. */
  readonly arms: readonly NamedChoice[];
}
