import { k } from './turns-back';
export const j = k;
