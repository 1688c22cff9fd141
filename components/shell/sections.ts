// The sections of the studio: navigation, tabs, palette and shortcuts are all drawn from this list.
import { Contact, type LucideIcon, Mails, RadioTower, Settings, Waypoints } from 'lucide-react';

interface Section {
  readonly id: 'journeys' | 'customers' | 'messages' | 'events' | 'settings';
  readonly href: string;
  readonly icon: LucideIcon;
  /** Pressed after `g`. */
  readonly key: string;
}

export const sections: readonly Section[] = [
  { id: 'journeys', href: '/journeys', icon: Waypoints, key: 'j' },
  { id: 'customers', href: '/customers', icon: Contact, key: 'c' },
  { id: 'messages', href: '/messages', icon: Mails, key: 'm' },
  { id: 'events', href: '/events', icon: RadioTower, key: 'e' },
  { id: 'settings', href: '/settings', icon: Settings, key: 's' },
];

export function isInSection(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
