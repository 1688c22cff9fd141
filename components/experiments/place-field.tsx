// Where in a journey an experiment stands: a step that is drawn already, or a new one behind another step.
'use client';

import { useTranslations } from 'next-intl';
import { useExitName } from '@/components/canvas/use-exit-name';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import type { NodeId } from '@/lib/core/engine/program';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { exitsOf } from '@/lib/core/journey/graph';

export type Place =
  | { readonly kind: 'step'; readonly nodeId: NodeId }
  | { readonly kind: 'after'; readonly from: NodeId; readonly exit: string };

interface PlaceFieldProps {
  document: JourneyDocument;
  value: Place | null;
  onChange: (place: Place) => void;
  error: string | undefined;
}

const keyOf = (place: Place) => (place.kind === 'step' ? place.nodeId : `after ${place.from} ${place.exit}`);

export function PlaceField({ document, value, onChange, error }: PlaceFieldProps) {
  const t = useTranslations('experiments.setUp');
  const titleOf = useNodeTitle();
  const exitName = useExitName(document.nodes);
  const steps = document.nodes.filter(({ type }) => type === 'experiment-split');
  const behind = document.nodes.flatMap((node) => {
    const exits = exitsOf(node);
    return exits.map(({ id: exit }) => {
      const name = titleOf(node);
      const label = exits.length === 1 ? name : t('exitOf', { name, exit: exitName(node, exit) });
      return { place: { kind: 'after' as const, from: node.id, exit }, label };
    });
  });
  const places: Place[] = [
    ...steps.map(({ id }) => ({ kind: 'step' as const, nodeId: id })),
    ...behind.map(({ place }) => place),
  ];
  const choose = (key: string) => {
    const place = places.find((one) => keyOf(one) === key);
    if (place) onChange(place);
  };
  return (
    <Field label={t('place')} hint={t('placeHint')} error={error}>
      <NativeSelect value={value ? keyOf(value) : ''} onChange={({ target }) => choose(target.value)}>
        <option value="" disabled>
          {t('choosePlace')}
        </option>
        {steps.length > 0 && (
          <optgroup label={t('drawnSteps')}>
            {steps.map((node) => (
              <option key={node.id} value={node.id}>
                {titleOf(node)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('newStep')}>
          {behind.map(({ place, label }) => (
            <option key={keyOf(place)} value={keyOf(place)}>
              {t('after', { name: label })}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
    </Field>
  );
}
