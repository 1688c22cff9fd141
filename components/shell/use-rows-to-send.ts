// Rows that a form sends: pasted, or from a file. Both go the same way.
'use client';

import { useState } from 'react';
import { useUpload } from './use-upload';

export type RowsToSend = Pick<
  ReturnType<typeof useRowsToSend>,
  'text' | 'setText' | 'file' | 'choose' | 'error'
>;

export function useRowsToSend<Reply>(onDone: () => void) {
  const { send: upload, setError, ...state } = useUpload<Reply>(onDone);
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const choose = (chosen: File) => {
    setFile(chosen);
    setError(null);
  };
  // What was taken goes from the fields, so that a second press does not send it again.
  const send = async (path: string) => {
    if (!(await upload(path, file ?? new Blob([text])))) return;
    setText('');
    setFile(null);
  };
  const isEmpty = file === null && text.trim() === '';
  return { ...state, setError, text, setText, file, choose, send, isEmpty };
}
