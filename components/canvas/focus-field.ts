// Puts the keyboard into the control of a field, wherever in a form it is shown.

const controls = 'input, textarea, [role=combobox], button[role=switch]';

/** Of a field that is not on screen (`branches.0.condition.of.2`) the closest one around it is taken. */
export function focusField(panel: HTMLElement, field: string): void {
  const part = nearestField(panel, field);
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
}

function nearestField(panel: HTMLElement, field: string): HTMLElement | null {
  const keys = field.split('.');
  for (let length = keys.length; length > 0; length -= 1) {
    const path = keys.slice(0, length).join('.');
    const part = panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    if (part) return part;
  }
  return panel.querySelector<HTMLElement>('fieldset');
}
