'use client';
export { normal } from '../../../core/statistics/normal';
