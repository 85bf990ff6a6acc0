import fc from 'fast-check';
import { pack, unpack } from '../../bot/packed.js';

const numbers = fc.oneof(fc.float32Array({ noNaN: true }), fc.uint32Array(), fc.uint16Array(), fc.int32Array(), fc.int16Array());

test('what is packed and unpacked is the same', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(numbers, fc.string(), fc.array(numbers), fc.constant(new Map([['bir', 1]])))),
      (value) => {
        expect(unpack(pack(value))).toEqual({ ...value });
      },
    ),
  );
});

test('arrays are views of the bytes, not copies', () => {
  const bytes = pack({ text: 'üç', weights: new Float32Array([1, 2, 3]), rows: new Uint16Array([4]) });
  const { weights } = unpack(bytes) as { weights: Float32Array };
  expect(weights.buffer).toBe(bytes.buffer);
});

test('bytes that begin anywhere in their memory are read all the same', () => {
  const bytes = pack({ weights: new Float32Array([0.5, -1]) });
  const moved = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
  expect(unpack(moved)).toEqual({ weights: new Float32Array([0.5, -1]) });
});

test('an array of another kind is refused with its name', () => {
  expect(() => pack({ big: new BigInt64Array(1) })).toThrow('BigInt64Array');
});

test.each(['', 'x', 'no such file'])('%j is nothing that was packed', (text) => {
  expect(() => unpack(Buffer.from(text))).toThrow();
});
