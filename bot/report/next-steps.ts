import { number } from './format.js';
import type { Statistics } from './statistics.js';

/** One thing to do, and the command that helps with it. */
export interface NextStep {
  readonly text: string;
  readonly command: string;
}

/** What to do next, one sentence each, the most useful first. */
export function nextSteps({ messages, unanswered, complaints, unsure, broken }: Statistics): NextStep[] {
  const often = unanswered.filter(({ times }) => times > 1).length;
  const once = unanswered.length - often;
  const steps: (NextStep | false)[] = [
    messages === 0 && {
      text: 'Günlüğün tutulduğunu (QUESTION_LOG) ve botun duyurulduğunu (/paylas) denetleyin, haftaya yeniden bakın:',
      command: 'npm run review',
    },
    often > 0 && {
      text: `Birden çok sorulup yanıtsız kalan ${number(often)} soru kümesi için bilgi tabanına eklenecek satırları hazırlatın:`,
      command: 'npm run review -- --out oneri.patch',
    },
    once > 0 && {
      text: `Yalnız bir kez sorulup yanıtsız kalan ${number(once)} soruyu da gözden geçirin:`,
      command: 'npm run review -- --min 1',
    },
    complaints.length > 0 && {
      text: 'Beğenilmeyen yanıtlarda başka hangi sorunun kastedilmiş olabileceğine bakın:',
      command: 'npm run review',
    },
    unsure > 0 && { text: `Botun emin olmadan yanıtladığı ${number(unsure)} soruyu gözden geçirin:`, command: 'npm run review' },
    broken > 0 && {
      text: `Günlüğün okunamayan ${number(broken)} satırı sayılmadı; diskin dolu olup olmadığına bakın, sonra yineleyin:`,
      command: 'npm run review',
    },
  ];
  const found = steps.filter((step) => step !== false);
  return found.length > 0 ? found : [{ text: 'Bu dönemde yapılacak bir şey yok; haftaya yeniden bakın:', command: 'npm run review' }];
}
