import { containerBootstrap } from '@nlpjs/core';
import { LangTr } from '@nlpjs/lang-tr';
import { Nlp } from '@nlpjs/nlp';
import type { Corpus, Engine } from './engine.js';

/** nlp.js as its documentation sets it up, in Turkish, without what the others have not either: entities, sentiment, a stored model. */
export async function load({ entries }: Corpus): Promise<Engine> {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangTr);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.calculateSentiment = false;
  nlp.nluManager.settings.log = false;
  nlp.addLanguage('tr');
  for (const { id, variants } of entries) for (const text of variants) nlp.addDocument('tr', text, id);
  await nlp.train();
  return {
    top: async (text) => {
      const { classifications } = await nlp.process('tr', text);
      return classifications.find(({ intent, score }) => intent !== 'None' && score > 0)?.intent ?? null;
    },
  };
}
