// Nobody yet: how the first customer comes about.
'use client';

import { KeyRound, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { segmentSnippet } from '@/components/events/segment-snippet';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { EmptyState } from '@/components/ui/empty-state';

export function FirstCustomer({ publicUrl }: { publicUrl: string }) {
  const t = useTranslations('customers.empty');
  return (
    <Card>
      <EmptyState
        icon={<UsersRound aria-hidden />}
        title={t('title')}
        description={t('description')}
        action={
          <Button asChild variant="primary">
            <Link href="/settings/keys">
              <KeyRound aria-hidden />
              {t('keys')}
            </Link>
          </Button>
        }
      >
        <CodeBlock
          title={t('snippet')}
          code={segmentSnippet(publicUrl)}
          className="mt-8 w-full max-w-xl text-left"
        />
      </EmptyState>
    </Card>
  );
}
