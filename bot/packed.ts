import { Deserializer, Serializer } from 'node:v8';

/**
 * Plain data with large arrays of numbers, packed so that reading copies none of them: all arrays of what is read are views of the file's
 * bytes. Layout: length of the structure (4 bytes, 4 more unused), the structure as V8 serializes it with the place of each array held
 * open, the arrays; each part begins at a multiple of 8 bytes.
 */

const KINDS = [Float32Array, Uint32Array, Uint16Array, Int32Array, Int16Array] as const;
type Numbers = InstanceType<(typeof KINDS)[number]>;

const ALIGNMENT = 8;

/** Packs a value. Throws where it holds an array of numbers of another kind than `KINDS`. */
export function pack(value: unknown): Buffer {
  const packer = new Packer();
  packer.writeHeader();
  packer.writeValue(value);
  const structure = packer.releaseBuffer();
  const head = Buffer.alloc(ALIGNMENT);
  head.writeUInt32LE(structure.length);
  const parts = [
    head,
    structure,
    ...packer.arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  ];
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(aligned(part.length) - part.length)]));
}

/** The value that was packed; it lives as long as one of its arrays does. Throws where the bytes are none of `pack`. */
export function unpack(bytes: Buffer): unknown {
  const own = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const length = own.readUInt32LE();
  const unpacker = new Unpacker(own.subarray(ALIGNMENT, ALIGNMENT + length), own, aligned(ALIGNMENT + length));
  unpacker.readHeader();
  return unpacker.readValue();
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

class Packer extends Serializer {
  readonly arrays: Numbers[] = [];

  /** Documented, but missing in the types of Node. */
  declare readonly _setTreatArrayBufferViewsAsHostObjects: (flag: boolean) => void;

  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(array: Numbers): void {
    const kind = KINDS.findIndex((one) => array instanceof one);
    if (kind < 0) throw new TypeError(`no array of this kind is packed: ${array.constructor.name}`);
    this.writeUint32(kind);
    this.writeUint32(array.length);
    this.arrays.push(array);
  }
}

class Unpacker extends Deserializer {
  readonly #bytes: Buffer;
  #next: number;

  /** @param next where the first array begins */
  constructor(structure: Buffer, bytes: Buffer, next: number) {
    super(structure);
    this.#bytes = bytes;
    this.#next = next;
  }

  _readHostObject(): Numbers {
    const kind = KINDS[this.readUint32()];
    const length = this.readUint32();
    if (!kind) throw new TypeError('an array of a kind that is never packed');
    const array = new kind(this.#bytes.buffer as ArrayBuffer, this.#bytes.byteOffset + this.#next, length);
    this.#next += aligned(array.byteLength);
    return array;
  }
}
