// Where each exit of the open step leads, to choose from a list: what dragging a line does, for the keyboard.
'use client';

import { useTranslations } from 'next-intl';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import type { JourneyNode } from '@/lib/core/journey/document';
import { canConnect, exitsOf, leavesBy } from '@/lib/core/journey/graph';
import { apply, documentOf, nodeAt } from './studio';
import { useStudio, useStudioStore } from './studio-context';
import { useExitName } from './use-exit-name';

export function ExitsField({ node }: { node: JourneyNode }) {
  const t = useTranslations('canvas.drawer');
  const exitName = useExitName([node]);
  const exits = exitsOf(node);
  if (exits.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-4">
      <legend className="sr-only">{t('exits')}</legend>
      {exits.map(({ id }) => (
        <ExitField
          key={id}
          node={node}
          exit={id}
          label={exits.length > 1 ? t('exitLeads', { exit: exitName(node, id) }) : t('leads')}
        />
      ))}
    </fieldset>
  );
}

function ExitField({ node, exit, label }: { node: JourneyNode; exit: string; label: string }) {
  const t = useTranslations('canvas.drawer');
  const store = useStudioStore();
  const document = useStudio(documentOf);
  const nameOf = useDistinctNames(document.nodes);
  const way = { from: node.id, exit };
  const to = document.edges.find(leavesBy(way))?.to ?? '';
  const targets = document.nodes.filter(({ id }) => id !== node.id && canConnect(document, way, id));
  const lead = (value: string) => {
    const target = nodeAt(store.read(), value);
    store.update(apply(target ? { kind: 'connect', ...way, to: target.id } : { kind: 'disconnect', ...way }));
  };
  return (
    <Field label={label}>
      <NativeSelect value={to} onChange={({ target }) => lead(target.value)}>
        <option value="">{t('nowhere')}</option>
        {targets.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

/** Steps of one name are told apart by their place among them. */
function useDistinctNames(nodes: readonly JourneyNode[]): (node: JourneyNode) => string {
  const t = useTranslations('canvas.drawer');
  const title = useNodeTitle();
  return (node) => {
    const alike = nodes.filter((other) => title(other) === title(node));
    if (alike.length === 1) return title(node);
    return t('sameName', { step: title(node), number: alike.indexOf(node) + 1 });
  };
}
