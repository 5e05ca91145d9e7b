import fc from "fast-check";

/** Any character except half of a surrogate pair. fast-check's own "binary" lists them all first, which takes long. */
export const codePoint = fc
  .nat({ max: 0x10f7ff })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

/** Texts of ASCII, including those that programs often fail on, and texts of any characters. */
export const anyText = (constraints: { minLength?: number } = {}) =>
  fc.oneof(fc.string(constraints), fc.string({ ...constraints, unit: codePoint }));
