// What can be added to a group: a line of any kind, or a group inside it while there is room for one.
'use client';

import {
  ArrowRightLeft,
  CalendarDays,
  Dices,
  FlaskConical,
  Handshake,
  ListPlus,
  Mails,
  Package,
  Plus,
  Tag,
  UserCheck,
  Waypoints,
  Zap,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useNodeForm } from '@/components/nodes/form-context';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { type Condition, MAX_GROUP_DEPTH, type Test } from '@/lib/core/condition/condition';
import { blankGroup, blankLine, type LineKind, lineKinds } from './blank-line';

const icons = {
  test: Tag,
  event: Zap,
  sequence: ArrowRightLeft,
  date: CalendarDays,
  segment: UserCheck,
  consent: Handshake,
  message: Mails,
  journey: Waypoints,
  arm: FlaskConical,
  sample: Dices,
  product: Package,
} as const;

interface GroupButtonsProps {
  subject: Test['subject'];
  depth: number;
  /** Whether the group is still empty, so that the first line is what to do next. */
  isBare: boolean;
  onAdd: (part: Condition) => void;
}

export function GroupButtons({ subject, depth, isBare, onAdd }: GroupButtonsProps) {
  const t = useTranslations('forms.condition');
  const { isReadOnly, hasEvent = true } = useNodeForm();
  const buttons = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);
  const add = (kind: LineKind) => {
    isAdded.current = true;
    onAdd(blankLine(kind, subject));
    requestAnimationFrame(() => focusLastLine(buttons.current));
  };
  const stayInLine = (event: Event) => {
    if (!isAdded.current) return;
    isAdded.current = false;
    event.preventDefault();
    // The menu fades before it says that it is gone: whoever has moved on by then stays where they are.
    if (document.activeElement === document.body) focusLastLine(buttons.current);
  };
  return (
    <div ref={buttons} className="flex gap-1.5">
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild disabled={isReadOnly}>
          <Button size="sm" variant={isBare ? 'secondary' : 'ghost'}>
            <Plus aria-hidden />
            {t('addTest')}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" onCloseAutoFocus={stayInLine}>
          {lineKinds.map((kind) => {
            const Icon = icons[kind];
            return (
              <DropdownMenuItem key={kind} onSelect={() => add(kind)}>
                <Icon aria-hidden />
                {t(kind === 'test' && !hasEvent ? 'lines.attribute' : `lines.${kind}`)}
              </DropdownMenuItem>
            );
          })}
        </DropdownMenuContent>
      </DropdownMenu>
      {depth + 1 < MAX_GROUP_DEPTH && (
        <Button size="sm" variant="ghost" onClick={() => onAdd(blankGroup(subject))}>
          <ListPlus aria-hidden />
          {t('addGroup')}
        </Button>
      )}
    </div>
  );
}

/** The keyboard goes on in the line that was just added, not at the button that added it. */
function focusLastLine(buttons: HTMLElement | null): void {
  const lines = buttons?.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-field]') ?? [];
  [...lines].at(-1)?.querySelector<HTMLElement>('input, [role=combobox]')?.focus();
}
