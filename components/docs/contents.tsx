// What a page of the documentation holds: beside it on wide windows, a short list to scroll above it on others.
interface ContentsProps {
  label: string;
  groups: readonly { title: string; links: readonly { anchor: string; text: string }[] }[];
}

export function Contents({ label, groups }: ContentsProps) {
  return (
    <nav
      aria-label={label}
      className="shrink-0 overflow-y-auto max-lg:max-h-44 max-lg:rounded-lg max-lg:border max-lg:bg-surface max-lg:p-2 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:w-48 lg:self-start lg:pb-6"
    >
      {groups.map(({ title, links }) => (
        <div key={title} className="mb-4 last:mb-0">
          <p className="px-2 pb-1 font-medium text-2xs text-faint">{title}</p>
          {links.map(({ anchor, text }) => (
            <a
              key={anchor}
              href={`#${anchor}`}
              className="wrap-anywhere block rounded-sm px-2 py-1 text-muted text-xs hover:bg-ink/5 hover:text-ink pointer-coarse:py-2"
            >
              {text}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
