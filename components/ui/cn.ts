// Joins class names; the last of two that say the same thing wins, so that a caller may adjust a primitive.
import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({ extend: { theme: { shadow: ['low', 'mid', 'high'] } } });

export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
