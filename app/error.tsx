// A surprise outside the studio.
'use client';

import { Crash, type CrashProps } from '@/components/shell/crash';

export default function ErrorPage(props: CrashProps) {
  return (
    <main>
      <Crash {...props} />
    </main>
  );
}
