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

  test('have no days to compare with each other', () => {
    const facts = factsOf('iki öğrencim var, biri 3-21 ağustos öbürü 10-28 ağustos, sigortalarını kim yapacak');
    expect(Object.keys(facts).filter((id) => /from|to|count/.test(id))).toEqual([]);
  });
});
