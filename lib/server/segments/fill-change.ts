// What ingestion notes beside what filling finds out, of two who have become one since everybody was asked.

/** This customer is part of another one now, and in nothing any more. */
export const BECAME_ANOTHER = 2;

/** This customer has taken another one in: the place may be theirs already, and they are judged in any case. */
export const TOOK_ANOTHER_IN = 3;
