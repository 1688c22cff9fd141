// Laws of drawings: whatever is drawn, these hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProgram } from '../engine/parse-program';
import { nodeOf } from '../nodes/registry';
import { arbitraryDocument } from '../testing/arbitrary-document';
import { arbitraryEdit } from '../testing/arbitrary-edit';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { compile } from './compile';
import { edit } from './edit';
import { parseJourney, serializeJourney } from './text-form';
import { canUndo, currentDocument, editLabel, push, redo, startHistory, undo } from './undo';

const anyDrawing = fc.oneof(arbitraryDocument, arbitraryJourney);

/** Marks that only editing must never add; a drawing that came in broken may stay broken. */
const STRUCTURE = ['edge-to-nowhere', 'edge-into-trigger', 'duplicate-node', 'duplicate-edge'];

describe('text', () => {
  test('parse ∘ serialize = id', () => {
    fc.assert(
      fc.property(anyDrawing, (document) => {
        expect(parseJourney(serializeJourney(document))).toStrictEqual({ ok: true, value: document });
      }),
    );
  });

  test('parsing refuses, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof parseJourney(text).ok === 'boolean'),
    );
  });
});

describe('compile', () => {
  test('never throws, and the program names only nodes that exist', () => {
    fc.assert(
      fc.property(anyDrawing, (document) => {
        const ids = new Set<string>(document.nodes.map(({ id }) => id));
        const { program, problems } = compile(document);
        for (const { nodeId } of problems) expect(nodeId === null || ids.has(nodeId)).toBe(true);
        expect(program === null).toBe(problems.some(({ grade }) => grade === 'error'));
        const named = Object.entries(program?.steps ?? {}).flatMap(([id, { exits }]) => [
          id,
          ...Object.values(exits).filter((to) => to !== null),
        ]);
        for (const id of [...named, ...(program?.rules ?? []).flatMap(({ nodeId }) => nodeId ?? [])]) {
          expect(ids).toContain(id);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every journey that is wired soundly compiles, and its program survives storage', () => {
    fc.assert(
      fc.property(arbitraryJourney, (document) => {
        const { program, problems } = compile(document);
        expect(problems.filter(({ grade }) => grade === 'error')).toEqual([]);
        expect(parseProgram(JSON.parse(JSON.stringify(program)))).toStrictEqual(program);
      }),
      { numRuns: 500 },
    );
  });

  test('a required exit of a program always leads on', () => {
    fc.assert(
      fc.property(arbitraryJourney, (document) => {
        const { program } = compile(document);
        for (const { type, data, id } of document.nodes) {
          for (const exit of nodeOf(type).exits(data)) {
            if (exit.required) expect(program?.steps[id]?.exits[exit.id]).toBeTruthy();
          }
        }
      }),
    );
  });
});

describe('edit', () => {
  test('never throws, gives a drawing that can be stored, and leaves its input as it was', () => {
    fc.assert(
      fc.property(anyDrawing, fc.array(arbitraryEdit, { maxLength: 12 }), (document, edits) => {
        const before = structuredClone(document);
        const edited = edits.reduce(edit, document);
        expect(document).toStrictEqual(before);
        expect(parseJourney(serializeJourney(edited))).toStrictEqual({ ok: true, value: edited });
      }),
      { numRuns: 500 },
    );
  });

  test('keeps a sound drawing sound', () => {
    fc.assert(
      fc.property(arbitraryJourney, fc.array(arbitraryEdit, { maxLength: 12 }), (document, edits) => {
        const { problems } = compile(edits.reduce(edit, document));
        expect(problems.filter(({ code }) => STRUCTURE.includes(code))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('an edit and its undo cancel, and redo brings it back', () => {
    fc.assert(
      fc.property(anyDrawing, fc.array(arbitraryEdit, { maxLength: 12 }), (document, edits) => {
        let history = startHistory(document);
        for (const change of edits) {
          const before = currentDocument(history);
          const after = edit(before, change);
          const pushed = push(history, after, editLabel(before, after, change));
          if (pushed !== history) {
            expect(currentDocument(undo(pushed))).toBe(before);
            expect(currentDocument(redo(undo(pushed)))).toBe(currentDocument(pushed));
          }
          history = pushed;
        }
        while (canUndo(history)) history = undo(history);
        expect(currentDocument(history)).toBe(document);
      }),
    );
  });
});
