// What the arm is called that gets nothing; no arm of a drawing may bear it.
export const HOLDOUT_ARM = 'holdout';
