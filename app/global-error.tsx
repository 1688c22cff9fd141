// The last resort: the document itself could not be drawn, so neither theme nor catalogue are at hand.
'use client';

import './globals.css';
import { NextIntlClientProvider } from 'next-intl';
import { Crash, type CrashProps } from '@/components/shell/crash';
import common from '@/lib/i18n/en/common.json';

export default function GlobalErrorPage(props: CrashProps) {
  return (
    <html lang="en">
      <body className="font-sans">
        <NextIntlClientProvider locale="en" messages={{ common }}>
          <main>
            <Crash {...props} />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
