// Where the shop's customers live, by language, and the six towns where Meadow & Main has a store.

export const languages = ['en', 'es', 'pt', 'it', 'ro', 'cs'] as const;
export type Language = (typeof languages)[number];

export interface Place {
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  /** How many customers live there, against the other places of the language. */
  readonly weight: number;
  readonly store: string | null;
}

const place = (
  city: string,
  country: string,
  timeZone: string,
  weight: number,
  store: string | null = null,
) => ({
  city,
  country,
  timeZone,
  weight,
  store,
});

export const places: Record<Language, readonly [Place, ...Place[]]> = {
  en: [
    place('Dublin', 'IE', 'Europe/Dublin', 7, 'Dublin South William Street'),
    place('London', 'GB', 'Europe/London', 8),
    place('Bristol', 'GB', 'Europe/London', 3),
    place('Manchester', 'GB', 'Europe/London', 4),
    place('Edinburgh', 'GB', 'Europe/London', 3),
    place('Cork', 'IE', 'Europe/Dublin', 2),
    place('New York', 'US', 'America/New_York', 3),
    place('Denver', 'US', 'America/Denver', 1),
    place('Portland', 'US', 'America/Los_Angeles', 2),
  ],
  es: [
    place('Madrid', 'ES', 'Europe/Madrid', 7, 'Madrid Malasaña'),
    place('Barcelona', 'ES', 'Europe/Madrid', 6),
    place('Sevilla', 'ES', 'Europe/Madrid', 3),
    place('Bilbao', 'ES', 'Europe/Madrid', 2),
    place('Las Palmas', 'ES', 'Atlantic/Canary', 2),
    place('Ciudad de México', 'MX', 'America/Mexico_City', 3),
  ],
  pt: [
    place('Lisboa', 'PT', 'Europe/Lisbon', 7, 'Lisboa Príncipe Real'),
    place('Porto', 'PT', 'Europe/Lisbon', 5),
    place('Coimbra', 'PT', 'Europe/Lisbon', 2),
    place('Ponta Delgada', 'PT', 'Atlantic/Azores', 1),
    place('São Paulo', 'BR', 'America/Sao_Paulo', 3),
  ],
  it: [
    place('Milano', 'IT', 'Europe/Rome', 7, 'Milano Brera'),
    place('Roma', 'IT', 'Europe/Rome', 5),
    place('Torino', 'IT', 'Europe/Rome', 3),
    place('Bologna', 'IT', 'Europe/Rome', 3),
    place('Palermo', 'IT', 'Europe/Rome', 2),
  ],
  ro: [
    place('Cluj-Napoca', 'RO', 'Europe/Bucharest', 5, 'Cluj-Napoca Piața Muzeului'),
    place('București', 'RO', 'Europe/Bucharest', 7),
    place('Iași', 'RO', 'Europe/Bucharest', 3),
    place('Timișoara', 'RO', 'Europe/Bucharest', 3),
    place('Chișinău', 'MD', 'Europe/Chisinau', 2),
  ],
  cs: [
    place('Praha', 'CZ', 'Europe/Prague', 8, 'Praha Letná'),
    place('Brno', 'CZ', 'Europe/Prague', 4),
    place('Ostrava', 'CZ', 'Europe/Prague', 2),
    place('Olomouc', 'CZ', 'Europe/Prague', 2),
    place('Plzeň', 'CZ', 'Europe/Prague', 2),
  ],
};

/** The hour a store opens and the hour it closes, on every day but Sunday. */
export const STORE_HOURS = [10, 19] as const;
