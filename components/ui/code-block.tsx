// Code or JSON to read and to copy.
import { cn } from './cn';
import { CopyButton } from './copy-button';

interface CodeBlockProps {
  code: string;
  /** Names the block, e.g. "Properties" or "checkout.js". */
  title?: string;
  className?: string;
}

export function CodeBlock({ code, title, className }: CodeBlockProps) {
  return (
    <figure
      className={cn('group/code relative min-w-0 overflow-hidden rounded-md border bg-sunken', className)}
    >
      {title && (
        <figcaption className="flex h-8 items-center border-b px-3 font-medium text-muted text-xs">
          {title}
        </figcaption>
      )}
      <CopyButton text={code} className="absolute top-0.5 right-0.5" />
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-96 overflow-auto p-3 font-mono text-ink text-xs focus-visible:-outline-offset-2"
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
