// Whether an inbound text asks to hear no more: the words carriers require, and what people reasonably write instead.
const PHRASES = new Set([
  // The keywords of US carriers and of the FCC's order of April 2025.
  ...['stop', 'stopall', 'stop all', 'quit', 'end', 'revoke', 'optout', 'opt out', 'cancel', 'unsubscribe'],
  ...[
    'stop it',
    'stop now',
    'please stop',
    'stop please',
    'stop texting',
    'stop texting me',
    'stop messaging me',
  ],
  ...[
    'stop sending me messages',
    'stop messages',
    'no more',
    'no more texts',
    'no more messages',
    'remove me',
  ],
  ...['take me off', 'take me off your list', 'unsubscribe me', 'cancel me', 'opt me out', 'leave me alone'],
  ...['do not text me', 'dont text me', 'do not contact me', 'dont contact me'],
  // Spanish, Portuguese, Italian, Romanian, Czech, German, French.
  ...[
    'alto',
    'baja',
    'parar',
    'detener',
    'cancelar',
    'sair',
    'remover',
    'basta',
    'cancella',
    'disiscrivi',
    'stopp',
  ],
  ...[
    'dezabonare',
    'opreste',
    'konec',
    'zrusit',
    'odhlasit',
    'nechci',
    'abmelden',
    'arret',
    'arreter',
    'desabonner',
  ],
]);

/** The whole message must be the wish: "stop by the shop" is none. Case, accents, dots and spaces do not matter. */
export function isStopWord(text: string): boolean {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return PHRASES.has(bare);
}
