import { expect, it } from "vitest";
import { decode85 } from "../src/lib/base85";

/** What `base64.b85encode` of Python gives. */
const KNOWN: [number[], string][] = [
  [[], ""],
  [[0, 0, 0, 0], "00000"],
  [[1], "0R"],
  [[1, 2], "0Rj"],
  [[1, 2, 3], "0RjU"],
  [[255, 255, 255, 255], "|NsC0"],
  [[255, 254, 253, 252, 251], "|Ni~_`v"],
  [[227, 33, 214, 121], ",0000"], // there "<0000"
];

it.each(KNOWN)("decodes what Python encodes: %j", (bytes, text) => {
  expect([...decode85(text)]).toEqual(bytes);
});
