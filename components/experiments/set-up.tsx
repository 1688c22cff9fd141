// An experiment set up on a page of its own: the same form as on the canvas, with the journey and the step it belongs to.
'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { experimentSplitForm } from '@/components/nodes/experiment-split/form';
import { type NodeFormContext, NodeFormProvider } from '@/components/nodes/form-context';
import { useMayWrite } from '@/components/shell/role';
import { useAct } from '@/components/shell/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardFooter } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { saveDraft } from '@/lib/actions/journeys';
import type { NodeId } from '@/lib/core/engine/program';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { edit } from '@/lib/core/journey/edit';
import { experimentSplit } from '@/lib/core/nodes/experiment-split';
import type { NodeData } from '@/lib/core/nodes/registry';
import { type Place, PlaceField } from './place-field';
import { useEventSuggestions } from './use-event-suggestions';

type SplitData = NodeData<'experiment-split'>;

interface DrawnJourney {
  readonly id: `jrn_${string}`;
  readonly document: JourneyDocument;
  readonly draftRevision: number;
}

interface SetUpProps {
  journey: DrawnJourney;
  /** The step to set up; null to choose where a new one goes. */
  nodeId: NodeId | null;
}

const fresh = experimentSplit.data.parse({});

export function SetUp({ journey, nodeId }: SetUpProps) {
  const t = useTranslations('experiments.setUp');
  const router = useRouter();
  const mayWrite = useMayWrite();
  const [place, setPlace] = useState<Place | null>(nodeId === null ? null : { kind: 'step', nodeId });
  const [draft, setDraft] = useState(() => draftOf(journey.document, nodeId));
  const [isStrict, setStrict] = useState(false);
  const problems = experimentSplit
    .compile(draft.data)
    .map((problem) => ({ ...problem, nodeId: null, field: problem.field }));
  const { act, isPending, errorOf } = useAct(saveDraft, () =>
    router.push(`/journeys/${journey.id}?node=${draft.nodeId}`),
  );
  const choose = (next: Place) => {
    setPlace(next);
    if (next.kind === 'step') setDraft(draftOf(journey.document, next.nodeId));
  };
  const faults = problems.length + (place === null ? 1 : 0);
  const save = () => {
    setStrict(true);
    if (place === null || faults > 0) return;
    const document = drawn(journey.document, place, draft);
    act({ id: journey.id, document, draftRevision: journey.draftRevision });
  };
  return (
    <Card>
      <CardBody className="flex flex-col gap-5 pt-5">
        {nodeId === null && (
          <PlaceField
            document={journey.document}
            value={place}
            onChange={choose}
            error={isStrict && place === null ? t('placeMissing') : undefined}
          />
        )}
        <SplitFields {...{ draft, setDraft, problems, isStrict }} journeyId={journey.id} />
        {errorOf('draftRevision') && (
          <p role="alert" className="text-danger-ink text-sm">
            {errorOf('draftRevision')}
          </p>
        )}
      </CardBody>
      {mayWrite && <SaveBar faults={isStrict ? faults : 0} isPending={isPending} onSave={save} />}
    </Card>
  );
}

interface SplitFieldsProps {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  problems: NodeFormContext['problems'];
  isStrict: boolean;
  journeyId: DrawnJourney['id'];
}

function SplitFields({ draft, setDraft, problems, isStrict, journeyId }: SplitFieldsProps) {
  const t = useTranslations('experiments.setUp');
  const mayWrite = useMayWrite();
  const suggestions = useEventSuggestions();
  const { Form } = experimentSplitForm;
  const about = { problems, isStrict, suggestions, hasPassage: true, isReadOnly: !mayWrite, journeyId };
  return (
    <>
      <Field label={t('name')}>
        <Input
          value={draft.name}
          maxLength={120}
          disabled={!mayWrite}
          placeholder={t('namePlaceholder')}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
      </Field>
      <NodeFormProvider value={about}>
        <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-5">
          <Form value={draft.data} onChange={(data) => setDraft({ ...draft, data })} />
        </fieldset>
      </NodeFormProvider>
    </>
  );
}

interface SaveBarProps {
  faults: number;
  isPending: boolean;
  onSave: () => void;
}

function SaveBar({ faults, isPending, onSave }: SaveBarProps) {
  const t = useTranslations('experiments.setUp');
  return (
    <CardFooter>
      {faults > 0 && (
        <p role="alert" className="text-danger-ink text-sm">
          {t('problems', { count: faults })}
        </p>
      )}
      <Button variant="primary" isPending={isPending} onClick={onSave}>
        {t('save')}
      </Button>
    </CardFooter>
  );
}

interface Draft {
  readonly nodeId: NodeId;
  readonly name: string;
  readonly data: SplitData;
}

function draftOf(document: JourneyDocument, nodeId: NodeId | null): Draft {
  const node = document.nodes.find(({ id }) => id === nodeId);
  if (node?.type === 'experiment-split') return { nodeId: node.id, name: node.name, data: node.data };
  const id: NodeId = `nod_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
  return { nodeId: id, name: '', data: fresh };
}

/** The drawing with the experiment in its place. */
function drawn(document: JourneyDocument, place: Place, { nodeId: id, name, data }: Draft): JourneyDocument {
  if (place.kind === 'after') {
    const into = { from: place.from, exit: place.exit };
    return edit(document, { kind: 'add-node', id, type: 'experiment-split', name, data, into });
  }
  const named = edit(document, { kind: 'rename-node', id, name });
  return edit(named, { kind: 'update-data', id, data });
}
