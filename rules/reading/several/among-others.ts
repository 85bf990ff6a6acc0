/** "Tarsus'taki", "Karaman'dakinin", "Karsan'ınki", folded: what such an ending hangs on is a place among others. */
const AMONG_OTHERS = /^([a-z]{3,}?)(?:[dt][ae]ki|[iu]nki)(?:l[ae]r)?(?:n?[iu]n(?:ki)?|n?[iu]|n?[ae]|n[dt][ae]n?|y[iu]|[iu]ne)?$/;
/** Of these the ones that are a subject, and begin what is said of it. */
const SUBJECT = /(?:[dt][ae]ki(?:l[ae]r)?n[iu]n(?:ki)?|[dt][ae]ki|[iu]nki)$/;

/** "manisadakinin" → "manisa"; null for a word that sets nothing against anything. */
export function stemAmongOthers(word: string): string | null {
  return AMONG_OTHERS.exec(word)?.[1] ?? null;
}

/** True for a word that sets one place against another and begins what is said of it: "manisadakinin", "etibankinki". */
export function beginsAmongOthers(word: string): boolean {
  return SUBJECT.test(word) && stemAmongOthers(word) !== null;
}
