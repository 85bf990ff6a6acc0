/** Keys of the `teams` section of the phrases; the loader of the knowledge base reports a missing one. */
export const TEAMS_PHRASES = [
  'noText',
  'reaction',
  'failure',
  'dateRequired',
  'formSent',
  'formUsed',
  'cancel',
  'page',
  'feedback',
  'noResults',
  'own',
  'ours',
  'next',
  'source',
] as const;

/** The Turkish sentences only Teams needs, by key. */
export type TeamsPhrases = Readonly<Record<(typeof TEAMS_PHRASES)[number], string>>;
