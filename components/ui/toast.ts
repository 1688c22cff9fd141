// Short news at the edge of the window, said from anywhere in the browser. What draws it is fetched with the first news.

interface News {
  description?: string;
  /** One thing that can be done about it, as long as the news is on screen. */
  action?: { label: string; onClick: () => void };
  /** How long it stays (ms); left out, a few seconds. */
  duration?: number;
}
type Say = (title: string, news?: News) => void;
type Kind = 'success' | 'error' | 'info' | 'warning';

let isWanted = false;
let onWanted: (() => void) | null = null;
let announceReady = () => {};
const ready = new Promise<void>((resolve) => {
  announceReady = resolve;
});

/** For the host of the toasts alone: when to draw the toaster, and that it now listens. */
export const toastHost = {
  subscribe: (listener: () => void) => {
    onWanted = listener;
    return () => {
      onWanted = null;
    };
  },
  isWanted: () => isWanted,
  announceReady: () => announceReady(),
};

function say(kind: Kind): Say {
  return async (title, news) => {
    isWanted = true;
    onWanted?.();
    const { toast: sonner } = await import('sonner');
    await ready;
    sonner[kind](title, news);
  };
}

export const toast: Readonly<Record<Kind, Say>> = {
  success: say('success'),
  error: say('error'),
  info: say('info'),
  warning: say('warning'),
};
