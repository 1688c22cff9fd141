// MD5 (RFC 1321), because every database has it too: who is in a random sample must be the same in memory and in SQL. It
// protects nothing.

const SHIFTS = new DataView(Uint8Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21).buffer);
const SINES = new DataView(new ArrayBuffer(64 * 4));
for (let index = 0; index < 64; index += 1) {
  SINES.setUint32(index * 4, Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));
}

/** The bytes, a one bit, zeros, and the length in bits: whole blocks of 64 bytes. */
function padded(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64));
  bytes.forEach((byte, index) => {
    view.setUint8(index, byte);
  });
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, bytes.length * 8, true);
  return view;
}

/** What a step mixes of three words, and which word of the block it takes. */
function mixed(step: number, b: number, c: number, d: number): readonly [mix: number, word: number] {
  if (step < 16) return [(b & c) | (~b & d), step];
  if (step < 32) return [(d & b) | (~d & c), (5 * step + 1) % 16];
  if (step < 48) return [b ^ c ^ d, (3 * step + 5) % 16];
  return [c ^ (b | ~d), (7 * step) % 16];
}

type State = readonly [number, number, number, number];

function digest([a0, b0, c0, d0]: State, block: DataView, offset: number): State {
  let [a, b, c, d] = [a0, b0, c0, d0];
  for (let step = 0; step < 64; step += 1) {
    const [mix, word] = mixed(step, b, c, d);
    const sum = (a + mix + SINES.getUint32(step * 4) + block.getUint32(offset + word * 4, true)) | 0;
    const shift = SHIFTS.getUint8((step >> 4) * 4 + (step % 4));
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  return [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0];
}

/** @returns 32 hexadecimal digits in lower case, of the text as UTF-8 */
export function md5(text: string): string {
  const blocks = padded(text);
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let offset = 0; offset < blocks.byteLength; offset += 64) state = digest(state, blocks, offset);
  const result = new DataView(new ArrayBuffer(16));
  state.forEach((word, index) => {
    result.setInt32(index * 4, word, true);
  });
  const bytes = new Uint8Array(result.buffer);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
