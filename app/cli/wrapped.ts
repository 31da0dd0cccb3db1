const lineLength = 100;

/** A paragraph as lines that a terminal shows whole, indented. */
export function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((each) => each !== "")) {
    if (line !== "" && line.length + word.length + 1 > lineLength) {
      lines.push(`  ${line}`);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, `  ${line}`];
}
