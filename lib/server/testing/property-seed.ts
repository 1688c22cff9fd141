// Property tests draw the same cases in every run, so that a green change stays green; SEED=… draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
