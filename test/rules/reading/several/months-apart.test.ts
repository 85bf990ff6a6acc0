import { factsOf } from '../reader.js';

describe('internships told by their months alone', () => {
  test.each([
    ['in different months share no day', 'Biri temmuzda biri eylülde, ikisi de seferberlikten. İkisi de olur mu?', 'no'],
    ['told by what is in them share none either', 'temmuzdakini kabul ettim, ekimdeki de geldi, ikisini de yapabilir miyim', 'no'],
    ['in the same month may share some', 'İkisi de temmuzda, ikisini de yapabilir miyim?', undefined],
    ['of which one ends with its month may share some', 'Biri ağustos sonuna kadar, öbürü ağustosta başlıyor, ikisi de olur mu', undefined],
    [
      'beside a month of something else may share some',
      'İki stajım var, hazirandaki sınavlardan sonra. Dersler eylülde açılıyor.',
      undefined,
    ],
  ])('%s', (_claim, text, overlap) => expect(factsOf(text).overlap).toBe(overlap));

  test('what is over shares no day with what is to come', () => {
    expect(factsOf('Seferberlikten birini bitirdim, bir staj daha var. Ona da gidebilir miyim?').overlap).toBe('no');
  });
});
