// The messages a test expects: all of them, in order, each at its time or at any.
'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { documentOf } from '@/components/canvas/studio';
import { useStudio } from '@/components/canvas/studio-context';
import { useNodeTitle } from '@/components/nodes/use-node-title';
import { Button } from '@/components/ui/button';
import { NativeSelect } from '@/components/ui/native-select';
import type { Expected, TestSend } from '@/lib/core/journey-test/journey-test';
import { sendChannel } from '@/lib/core/journey-test/send-channel';
import { SpanField } from './span-field';

type Sends = Expected['sends'];

export function SendsEditor({ value, onChange }: { value: Sends; onChange: (value: Sends) => void }) {
  const t = useTranslations('journeyTests.editor');
  const senders = useSenders();
  const [first] = senders;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{t('sends')}</legend>
      {value.length === 0 && <p className="text-muted text-sm">{t('noSends')}</p>}
      {value.map((send, index) => (
        <SendRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a message is known by its place in the order.
          key={index}
          number={index + 1}
          send={send}
          onChange={(next) => onChange(value.map((old, at) => (at === index ? next : old)))}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      {first && (
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() => onChange([...value, { node: first.node, channel: first.channel }])}
        >
          <Plus aria-hidden />
          {t('addSend')}
        </Button>
      )}
    </fieldset>
  );
}

function useSenders() {
  const title = useNodeTitle();
  return useStudio(documentOf).nodes.flatMap((node) => {
    const channel = sendChannel(node.type);
    return channel === null ? [] : [{ node: node.id, channel, name: title(node) }];
  });
}

interface SendRowProps {
  number: number;
  send: TestSend;
  onChange: (send: TestSend) => void;
  onRemove: () => void;
}

function SendRow({ number, send, onChange, onRemove }: SendRowProps) {
  const t = useTranslations('journeyTests.editor');
  const senders = useSenders();
  const isGone = !senders.some(({ node }) => node === send.node);
  const choose = (id: string) => {
    const chosen = senders.find(({ node }) => node === id);
    if (chosen) onChange({ ...send, node: chosen.node, channel: chosen.channel });
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="min-w-40 flex-1">
        <NativeSelect
          aria-label={t('send', { number })}
          value={send.node}
          onChange={({ target }) => choose(target.value)}
        >
          {isGone && <option value={send.node}>{t('gone')}</option>}
          {senders.map(({ node, name }) => (
            <option key={node} value={node}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </span>
      {send.after ? (
        <SpanField
          label={t('sendAfter')}
          value={send.after}
          onChange={(after) => onChange({ ...send, after })}
        />
      ) : (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => onChange({ ...send, after: { amount: 0, unit: 'minutes' } })}
        >
          {t('anyTime')}
        </Button>
      )}
      <Button variant="ghost" size="icon-sm" aria-label={t('removeSend', { number })} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
