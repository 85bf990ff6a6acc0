import { factsOf } from '../reader.js';

const DOCUMENTS = { 'internship1.document': 'unit', 'internship2.document': 'none' };

describe('names tell internships apart', () => {
  test.each([
    ['by their case endings', "Sümerbank'ın kabul belgesi birimimizde, Etibank'ınki ise gelmedi. Sigortayı başlatalım mı?"],
    ['by what they stand in', "Sivas'takinin belgesi bize teslim edildi, Tokat'takinin belgesi yok. Sigorta girişi yapılır mı?"],
    ['in small letters and without a comma', 'sivastakinin belgesi bize teslim edildi tokattakininki yok sigorta girişi yapılır mı'],
    ['of people as well', "Ayşe'nin kabul belgesi birimimizde, Mehmet'inki yok. Sigorta girişini yapalım mı?"],
  ])('%s', (_how, text) => {
    expect(factsOf(text)).toMatchObject(DOCUMENTS);
  });

  test('are numbered in the order in which they are named', () => {
    const facts = factsOf("Sivas'takinin belgesi yok, Tokat'takinin belgesi bize teslim edildi. Sigorta girişi yapılır mı?");
    expect(facts).toMatchObject({ 'internship1.document': 'none', 'internship2.document': 'unit' });
  });

  test.each([
    [
      'one name of which one thing after the other is told',
      "Sivas'taki stajın teklifini kabul ettim, işveren de son onayı verdi. İptal edeceğim, çok uzak.",
    ],
    [
      'a town and a firm of the same internship',
      "Kayseri'de okuyorum, Sümerbank'taki teklifi kabul ettim ama vazgeçtim, çok uzak. Nasıl iptal ederim?",
    ],
    ['two towns of which the same is told', "Evim Sivas'ta, staj Tokat'ta. Teklifi kabul ettim ama yol çok uzun, iptal edeceğim."],
  ])('but not %s', (_name, text) => {
    expect(Object.keys(factsOf(text)).filter((id) => id.startsWith('internship2'))).toEqual([]);
  });
});

test('what is told before another one is named is of the first', () => {
  const text = 'Belediyenin teklifini kabul ettim, memnunum. Bankanınkine cevap vermedim, istemiyorum.';
  expect(factsOf(text)).toMatchObject({ 'internship1.stage': 'accepted', 'internship2.stage': 'offered' });
});
