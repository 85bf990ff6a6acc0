import { factsOf, reading } from '../reader.js';

describe('two persons with a case each', () => {
  test('want no two internships done together, and count none', () => {
    const text = 'İki öğrencimiz var, ikisi de seferberlikten kabul aldı. İkisinin de primini biz mi ödüyoruz?';
    expect(factsOf(text).count).toBeUndefined();
    expect(reading(text).goals).not.toContain('two');
  });

  test('are told apart by their names', () => {
    const text = "İki öğrencimiz var: Mert'in kabul belgesi birimimizde, Sude'nin belgesi yok, yazı da gelmedi. Sigorta girişi yapalım mı?";
    expect(factsOf(text)).toMatchObject({ 'internship1.document': 'unit', 'internship2.document': 'none' });
  });

  test('and by "ben" and "o"', () => {
    const text = 'Kardeşim de ben de iptal istiyoruz. O daha teklifini yanıtlamadı. Ben ise kabul etmiştim.';
    expect(factsOf(text)).toMatchObject({ 'internship1.stage': 'offered', 'internship2.stage': 'accepted' });
  });

  test('unless internships are counted as well', () => {
    expect(factsOf('İki arkadaşız, benim iki stajım var, ikisi de onaylandı. İkisini de yapabilir miyim?').count).toBe('2');
  });
});
