import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './diff.js';
import { comparison, type Measured, worsened } from './figures.js';

export interface ApplyOptions {
  /** The folder that the paths of the changes are relative to. */
  readonly root: string;
  /** Writes even what makes the bot worse. */
  readonly force: boolean;
  /** How well the bot does without and with the changes. */
  readonly measure: { readonly before: () => Promise<Measured>; readonly after: () => Promise<Measured> };
  readonly print: (text: string) => void;
}

/** Shows what changes would do to the figures, then writes them, unless the bot would be worse. True if they were written. */
export async function applyMeasured(changes: readonly Change[], { root, force, measure, print }: ApplyOptions): Promise<boolean> {
  const before = await measure.before();
  const after = await measure.after();
  print(`${comparison(before, after).join('\n')}\n`);
  const worse = worsened(before, after);
  if (worse.length > 0 && !force) {
    print(`Hiçbir dosya değiştirilmedi: bot bu satırlarla daha kötü oluyor.\n${worse.map((one) => `  ${one}`).join('\n')}`);
    print('Yamayı --out ile yazdırıp satırları ayıklayın; yine de yazılsın istiyorsanız --force ekleyin.');
    return false;
  }
  for (const { path, after: text } of changes) writeFileSync(join(root, path), text);
  print(`Değişen dosyalar:\n${changes.map(({ path }) => `  ${path}`).join('\n')}`);
  print('Sırada: git diff ile okuyun, npm run check ile denetleyin, botu yeniden başlatın.');
  return true;
}
