// The way in: sign in, or, on an installation without any user, create the owner.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BrandMark } from '@/components/shell/brand-mark';
import { LanguageChoice } from '@/components/shell/language-choice';
import { CreateOwnerForm } from '@/components/sign-in/create-owner-form';
import { LineArt } from '@/components/sign-in/line-art';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { ToastHost } from '@/components/ui/toast-host';
import { isLanguageChoice } from '@/lib/i18n/locales';
import { hasUsers } from '@/lib/server/auth/create-owner';
import { currentSession } from '@/lib/server/auth/current-session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  const next = wayBack(await searchParams);
  if (await currentSession()) redirect(next);
  const isOwned = await hasUsers();
  const t = await getTranslations(isOwned ? 'signIn' : 'signIn.owner');
  const brand = await getTranslations('common');
  const shell = await getTranslations('shell');
  return (
    <>
      <main className="grid min-h-dvh lg:grid-cols-[minmax(28rem,2fr)_3fr]">
        <div className="flex flex-col bg-surface px-8 py-8 max-sm:px-5">
          <span className="flex items-center gap-2.5 font-semibold text-lg">
            <BrandMark className="size-7" />
            {brand('brand')}
          </span>
          <div className="m-auto w-full max-w-sm py-10">
            <h1 className="font-semibold text-2xl">{t('title')}</h1>
            <p className="mt-1 mb-7 text-muted">{t('subtitle')}</p>
            {isOwned ? <SignInForm next={next} /> : <CreateOwnerForm />}
          </div>
          <div className="w-44">{isLanguageChoice && <LanguageChoice label={shell('language')} />}</div>
        </div>
        <LineArt />
      </main>
      <ToastHost />
    </>
  );
}

/**
 * Where to go afterwards: `next` with the rest of the address, as the redirect in next.config.js left it. A path of our
 * own, never another website.
 */
function wayBack({ next, ...rest }: Record<string, string | string[] | undefined>): string {
  if (typeof next !== 'string' || !/^\/[a-z]/.test(next)) return '/journeys';
  const kept = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return kept.length > 0 ? `${next}?${new URLSearchParams(kept)}` : next;
}
