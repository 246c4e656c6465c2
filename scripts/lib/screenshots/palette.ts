import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE_LENGTH = 8
const COLOURS = 256

/** The pixels of a picture, three bytes each. */
interface Pixels {
  width: number
  height: number
  rgb: Buffer
}

/**
 * The same picture with 256 colours at most, which takes a third of the space. What is not one of
 * the most frequent colours, as some of the pixels at the edges of letters, becomes the nearest.
 *
 * @param png 8 bits for each of red, green and blue, as browsers write it
 */
export function withPalette(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png)
  const counts = new Map<number, number>()
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byFrequency = [...counts].sort(([, one], [, other]) => other - one)
  const palette = byFrequency.slice(0, COLOURS).map(([colour]) => colour)
  const indexes = new Map(byFrequency.map(([colour]) => [colour, nearest(palette, colour)]))

  const lines = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < width * height; at++) {
    lines[at + Math.floor(at / width) + 1] = indexes.get(rgb.readUIntBE(at * 3, 3))!
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    png.subarray(0, SIGNATURE_LENGTH),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function decode(png: Buffer): Pixels {
  const parts: Buffer[] = []
  let header: Buffer = Buffer.alloc(0)
  for (let at = SIGNATURE_LENGTH; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      header = data
    } else if (type === 'IDAT') {
      parts.push(data)
    }
    at += length + 12
  }
  if (header[8] !== 8 || header[9] !== 2 || header[12] !== 0) {
    throw new Error(
      'Only pictures with 8 bits for red, green and blue, not interlaced, can be read'
    )
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  return { width, height, rgb: unfilter(inflateSync(Buffer.concat(parts)), width * 3, height) }
}

/** Undoes what the PNG format does to each line to make it compress better. */
function unfilter(lines: Buffer, length: number, height: number): Buffer {
  const bytes = Buffer.alloc(length * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (length + 1)]
    for (let x = 0; x < length; x++) {
      const at = y * length + x
      const left = x < 3 ? 0 : bytes[at - 3]
      const up = y === 0 ? 0 : bytes[at - length]
      const corner = x < 3 || y === 0 ? 0 : bytes[at - length - 3]
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)]
      bytes[at] = lines[y * (length + 1) + 1 + x] + guesses[filter]
    }
  }
  return bytes
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const candidates = [left, up, corner]
  const distances = candidates.map((it) => Math.abs(guess - it))
  return candidates[distances.indexOf(Math.min(...distances))]
}

function nearest(palette: number[], colour: number): number {
  const distances = palette.map((it) => distance(channels(it), channels(colour)))
  return distances.indexOf(Math.min(...distances))
}

function distance(one: number[], other: number[]): number {
  return one.reduce((sum, value, index) => sum + (value - other[index]) ** 2, 0)
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
