import { describe, expect, test } from 'vitest';
import { passphraseFault } from '#shared/domain/passphrase.ts';

const owner = {
  userName: 'margaret',
  names: ['Margaret Oakes', 'Marlford Children’s Trust', 'Marlford Borough Council'],
};

describe('a passphrase', () => {
  test.each([
    'harbour kettle violet ladder',
    'twelve tall green lamps',
    'correct horse battery staple',
    'kzv8#Lw0!qPs',
    'Ölfarbe trocknet langsam',
    'margaret keeps seven blue herons',
    '雨が降ると川の水が増えます',
    'a1!b2@c3#d4$',
  ])('that is long and nobody’s first guess is taken: %s', (text) => {
    expect(passphraseFault(text, owner)).toBeNull();
  });

  test.each([
    ['short', /12 characters/],
    ['           x           ', /12 characters/],
    ['eleven char', /12 characters/],
    ['aaaaaaaaaaaaaaaa', /over and over/],
    ['abcdabcdabcdabcd', /over and over/],
    ['ab12xyz9ab12xyz9ab12xyz9', /over and over/],
    ['abcdefghijklmnop', /keyboard or the alphabet/],
    ['qwertyuiop1234', /keyboard or the alphabet/],
    ['0987654321 asdf', /keyboard or the alphabet/],
    ['password1234', /first a stranger/],
    ['P@ssw0rd-P@ssphr4se', /first a stranger/],
    ['Dragon Monkey 2008', /first a stranger/],
    ['q1w2e3r4t5y6', /first a stranger/],
    ['margaret2008', /your name/],
    ['Margaret.Oakes.1', /your name/],
    ['marlford trust 08', /your name/],
    ['M4rg4r3t 0akes!!', /your name/],
  ])('%s is refused', (text, why) => {
    expect(passphraseFault(text, owner)).toMatch(why);
  });

  test('full-width letters count as what they are', () => {
    expect(passphraseFault('ｐａｓｓｗｏｒｄ１２３４', owner)).toMatch(/first a stranger/);
  });

  test('an owner about whom nothing is known is judged by the rest', () => {
    expect(passphraseFault('margaret2008xx', {})).toBeNull();
  });
});
