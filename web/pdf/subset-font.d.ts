declare module 'subset-font' {
  /** The part of a font that some letters need. */
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: { readonly targetFormat: 'truetype' },
  ): Promise<Buffer>;
}
