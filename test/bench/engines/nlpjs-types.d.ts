/** The little of nlp.js that is used here; the packages bring no types. */

declare module '@nlpjs/core' {
  export function containerBootstrap(): Promise<{
    use(plugin: unknown): void;
    get(name: 'nlp'): import('@nlpjs/nlp').Nlp;
  }>;
}

declare module '@nlpjs/nlp' {
  export class Nlp {
    readonly settings: { autoSave?: boolean; calculateSentiment?: boolean };
    readonly nluManager: { readonly settings: { log?: boolean } };
    addLanguage(locale: string): void;
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    process(
      locale: string,
      text: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
}

declare module '@nlpjs/lang-tr' {
  export const LangTr: unknown;
}
