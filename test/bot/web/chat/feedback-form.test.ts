import { readFeedback } from '../../../../bot/web/chat/feedback-form.js';

const known = { entries: ['staj-iptali'], verdicts: ['dates-overlap'] };
const read = (fields: Record<string, string>) => readFeedback(new URLSearchParams(fields).toString(), known);

test('a thumb says what it is about by ids alone', () => {
  expect(read({ liked: 'no', kind: 'verdict', entry: 'staj-iptali', outcome: 'dates-overlap' })).toEqual({
    channel: 'web',
    liked: false,
    comment: '',
    reply: { kind: 'verdict', entry: 'staj-iptali', outcomes: ['dates-overlap'] },
  });
});

test('the word that follows is marked, so that the thumb is not counted twice', () => {
  expect(read({ liked: 'yes', kind: 'none', comment: '  Anlaşılır.  ' })).toMatchObject({
    liked: true,
    comment: 'Anlaşılır.',
    addition: true,
  });
});

test('a word of blanks adds nothing and counts nothing', () => {
  expect(read({ liked: 'yes', kind: 'none', comment: '   ' })).toMatchObject({ comment: '', addition: true });
});

test('a long word is cut', () => {
  expect(read({ liked: 'yes', kind: 'none', comment: 'x'.repeat(5000) })?.comment).toHaveLength(1000);
});

test('what nobody knows is left out: a form can be forged', () => {
  expect(read({ liked: 'yes', kind: 'answer', entry: '12345678901', outcome: 'Ali Veli' })?.reply).toEqual({
    kind: 'answer',
    entry: null,
    outcomes: [],
  });
  expect(read({ liked: 'yes', kind: 'hacked' })?.reply).toBeNull();
});

test.each([{}, { liked: 'perhaps' }, { comment: 'x' }])('a form that says neither yes nor no is none: %j', (fields) => {
  expect(read(fields as Record<string, string>)).toBeNull();
});
