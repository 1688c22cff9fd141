// The canvas by keyboard: arrows walk, Enter opens, `a` adds after, Delete takes away.
'use client';

import type { KeyboardEvent } from 'react';
import type { NodeId } from '@/lib/core/engine/program';
import type { Flow } from './flow';
import { duplicate, pickEverything, pickedIn, removePicked } from './picking';
import { addingAfter } from './steps';
import { add, type Change, close, open, type Studio, select } from './studio';
import { useStudioStore } from './studio-context';
import { type Direction, walk } from './walk';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function useKeys(flow: Flow): (event: KeyboardEvent) => void {
  const store = useStudioStore();
  return (event) => {
    if (event.altKey || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) {
      const deed = commandOf(event.key.toLowerCase(), store.read());
      if (!deed) return;
      event.preventDefault();
      store.update(deed);
      focusSelected(store.read().selected);
      return;
    }
    const { selected } = store.read();
    const direction = arrows[event.key];
    if (direction) {
      event.preventDefault();
      const from = selected ?? flow.nodes.find((node) => node.type === 'step')?.data.node.id;
      if (from) store.update(step(flow, from, selected === null ? null : direction));
      focusSelected(store.read().selected);
      return;
    }
    const deed = deedOf(event.key, store.read());
    if (!deed) return;
    event.preventDefault();
    store.update(deed);
    if (isRemoval(event.key)) focusSelected(store.read().selected);
  };
}

function step(flow: Flow, from: NodeId, direction: Direction | null): Change {
  const to = direction ? walk(flow, from, direction) : from;
  return (studio) => (to === null ? studio : select(to)(studio));
}

function commandOf(key: string, studio: Studio): Change | null {
  if (key === 'a') return pickEverything;
  const picked = pickedIn(studio);
  return key === 'd' && picked.length > 0 ? duplicate(picked) : null;
}

function deedOf(key: string, studio: Studio): Change | null {
  const { selected } = studio;
  if (key === 'a') return (studio) => add(addingAfter(studio, selected))(studio);
  if (key === 'Escape') return studio.picked.length > 0 ? select(selected) : close;
  if (selected === null) return null;
  if (key === 'Enter') return open(selected, '');
  if (isRemoval(key)) return removePicked(pickedIn(studio));
  return null;
}

const isRemoval = (key: string): boolean => key === 'Delete' || key === 'Backspace';

const PAN_MS = 280;

/** Puts the keyboard on the selected card, wherever it was; one that is off screen is drawn once the view is there. */
export function focusSelected(id: NodeId | null): void {
  if (!id) return;
  const focus = () => {
    const card = document.querySelector<HTMLElement>(`[data-card="${id}"]`);
    card?.focus({ preventScroll: true });
    return card !== null;
  };
  requestAnimationFrame(() => {
    if (!focus()) setTimeout(focus, PAN_MS);
  });
}
