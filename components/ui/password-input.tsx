// A secret to type, which may be looked at while typing.
'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { Input } from './input';

export function PasswordInput({ className, ...rest }: ComponentProps<typeof Input>) {
  const t = useTranslations('common');
  const [isShown, setIsShown] = useState(false);
  return (
    <span className="relative block">
      <Input {...rest} type={isShown ? 'text' : 'password'} className={cn('pr-10', className)} />
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute inset-y-0 right-0.5 my-auto"
        aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </span>
  );
}
