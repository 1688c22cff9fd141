// The idea of the product in one drawing: a line, four moments on it, and the people who travel along.
import { Clock, Mail, ShoppingBag, ShoppingCart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

const path =
  'M-600 118H90C175 118 165 250 250 250H290C375 250 365 388 450 388H480C565 388 555 520 640 520H1400';

const moments = [
  { id: 'abandoned', icon: ShoppingCart, tint: 'text-[oklch(0.76_0.125_154)]', place: 'top-[96px] left-0' },
  { id: 'wait', icon: Clock, tint: 'text-[oklch(0.76_0.105_294)]', place: 'top-[228px] left-[206px]' },
  { id: 'email', icon: Mail, tint: 'text-[oklch(0.76_0.11_246)]', place: 'top-[366px] left-[396px]' },
  { id: 'order', icon: ShoppingBag, tint: 'text-[oklch(0.79_0.12_78)]', place: 'top-[498px] left-[570px]' },
] as const;

export function LineArt() {
  const t = useTranslations('signIn.art');
  return (
    <aside
      className="relative hidden overflow-hidden bg-[oklch(0.245_0.03_216)] text-white lg:block"
      style={{ colorScheme: 'dark' }}
    >
      <div
        aria-hidden
        className="absolute inset-0 bg-[radial-gradient(oklch(1_0_0/0.09)_1px,transparent_1.2px)] bg-[size:22px_22px]"
      />
      <div
        aria-hidden
        className="absolute top-1/2 left-1/2 h-[640px] w-[700px] -translate-x-1/2 -translate-y-[56%]"
      >
        <Line />
        {moments.map(({ id, icon: Icon, tint, place }) => (
          <span
            key={id}
            className={cn(
              'absolute flex h-11 items-center gap-2.5 whitespace-nowrap rounded-lg border border-white/12 bg-[oklch(0.295_0.03_217)] pr-4 pl-3 font-medium text-sm shadow-high',
              place,
            )}
          >
            <Icon className={cn('size-4.5', tint)} />
            {t(id)}
          </span>
        ))}
      </div>
      <p className="absolute right-12 bottom-12 left-12 max-w-md text-balance font-medium text-white/85 text-xl">
        {t('quote')}
      </p>
    </aside>
  );
}

/** The line, and people moving along it. */
function Line() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 700 640"
      fill="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      <path
        d={path}
        stroke="oklch(0.8 0.09 200)"
        strokeOpacity="0.22"
        strokeWidth="14"
        strokeLinecap="round"
      />
      <path d={path} stroke="oklch(0.8 0.09 200)" strokeWidth="2.5" strokeLinecap="round" />
      {[0, 3, 6, 9].map((begin) => (
        <circle key={begin} r="6" fill="oklch(0.74 0.15 42)" className="motion-reduce:hidden">
          <animateMotion dur="12s" begin={`-${begin}s`} repeatCount="indefinite" path={path} />
        </circle>
      ))}
    </svg>
  );
}
