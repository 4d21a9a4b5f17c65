/** Stands in for the reader of WOFF2 fonts, whose dictionary is larger than all else of a PDF's writer: ours are TrueType. */
export default function decompress(): never {
  throw new Error('fonts are bundled as TrueType');
}
