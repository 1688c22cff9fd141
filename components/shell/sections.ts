// The sections of the studio: navigation, tabs, palette and shortcuts are all drawn from this list.
import {
  ChartSpline,
  ClipboardCheck,
  Contact,
  FlaskConical,
  type LucideIcon,
  Mails,
  Package,
  RadioTower,
  Settings,
  TicketPercent,
  UsersRound,
  Waypoints,
} from 'lucide-react';

interface Section {
  readonly id:
    | 'journeys'
    | 'customers'
    | 'segments'
    | 'analytics'
    | 'experiments'
    | 'messages'
    | 'tasks'
    | 'catalogue'
    | 'coupons'
    | 'events'
    | 'settings';
  readonly href: string;
  readonly icon: LucideIcon;
  /** Pressed after `g`. */
  readonly key: string;
  /** On a phone it stands at the thumb's reach; the others are behind one button. */
  readonly isFrequent: boolean;
}

export const sections: readonly Section[] = [
  { id: 'journeys', href: '/journeys', icon: Waypoints, key: 'j', isFrequent: true },
  { id: 'customers', href: '/customers', icon: Contact, key: 'c', isFrequent: true },
  { id: 'segments', href: '/segments', icon: UsersRound, key: 'n', isFrequent: false },
  { id: 'analytics', href: '/analytics/retention', icon: ChartSpline, key: 'a', isFrequent: false },
  { id: 'experiments', href: '/experiments', icon: FlaskConical, key: 'x', isFrequent: false },
  { id: 'messages', href: '/messages', icon: Mails, key: 'm', isFrequent: true },
  { id: 'tasks', href: '/tasks', icon: ClipboardCheck, key: 't', isFrequent: true },
  { id: 'catalogue', href: '/catalogue', icon: Package, key: 'p', isFrequent: false },
  { id: 'coupons', href: '/coupons', icon: TicketPercent, key: 'o', isFrequent: false },
  { id: 'events', href: '/events', icon: RadioTower, key: 'e', isFrequent: false },
  { id: 'settings', href: '/settings', icon: Settings, key: 's', isFrequent: false },
];

export function isInSection(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
