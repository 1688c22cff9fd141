// What ingestion notes beside what filling finds out: this customer has become part of another one since everybody was asked.
export const BECAME_ANOTHER = 2;
