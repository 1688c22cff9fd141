import { j } from './turns';
export const k = j;
