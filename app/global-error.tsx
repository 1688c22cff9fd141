// The last resort: the document itself could not be drawn, so neither styles nor provider are at hand.
'use client';

import common from '@/lib/i18n/en/common.json';

export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark', fontFamily: 'system-ui, sans-serif' }}>
      <body style={{ display: 'grid', placeContent: 'center', minHeight: '100dvh', textAlign: 'center' }}>
        <main>
          <h1>{common.crash.title}</h1>
          <p>{common.crash.description}</p>
          <button type="button" onClick={reset}>
            {common.tryAgain}
          </button>
        </main>
      </body>
    </html>
  );
}
