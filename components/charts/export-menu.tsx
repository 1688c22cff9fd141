// Takes a chart away: its figures as CSV, its drawing as PNG.
'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { csvOf, type Figures } from './csv';
import { drawPng } from './draw-png';

interface ExportMenuProps {
  title: string;
  figures: Figures;
}

export function ExportMenu({ title, figures }: ExportMenuProps) {
  const t = useTranslations('charts');
  const trigger = useRef<HTMLButtonElement>(null);
  const saveCsv = () => save(new Blob([csvOf(figures)], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);
  const savePng = async () => {
    const figure = trigger.current?.closest('figure');
    const image = figure && (await drawPng(figure, title).catch(() => null));
    if (image) save(image, `${title}.png`);
    else toast.error(t('pngFailed'));
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button ref={trigger} variant="ghost" size="icon-sm" aria-label={t('download', { title })}>
          <Download aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={saveCsv}>{t('csv')}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void savePng()}>{t('png')}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
